import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/form/field.tsx';
import { words } from '../../words/words.ts';

interface Props {
  busy: boolean;
  onRows: (text: string) => void;
}

/**
 * A place to paste into, for people who do not know that pasting works anywhere. The rows are not kept in the page's
 * state.
 */
export function PasteRows({ busy, onRows }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const empty = useSignal(false);
  function use(): void {
    const rows = text.current?.value ?? '';
    empty.value = rows.trim() === '';
    if (empty.value) text.current?.focus();
    else onRows(rows);
  }
  return (
    <div class="paste-rows">
      <Field
        label={words.file.pasteLabel}
        hint={words.file.pasteHint}
        error={empty.value ? words.file.pasteNothing : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            ref={text}
            class="input"
            rows={5}
            spellcheck={false}
            wrap="off"
            // A browser scrolls to the caret, which in an empty field may be its first line at the very edge.
            onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
          />
        )}
      </Field>
      <Button busy={busy} onClick={use}>
        {words.file.pasteUse}
      </Button>
    </div>
  );
}
