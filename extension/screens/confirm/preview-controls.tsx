import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import type { RowPreview } from '../../state/draft/create-row-preview.ts';
import { words } from '../../words/words.ts';

/** Buttons to the next and previous person, and to a row of the file. */
export function PreviewControls({ preview }: { preview: RowPreview }) {
  const id = useId();
  const typed = useSignal('');
  const line = preview.row.value?.line;
  return (
    <form
      class="row preview-controls"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(typed.value);
        if (Number.isSafeInteger(wanted) && wanted >= 1) preview.show({ at: 'line', line: wanted, exactly: true });
        typed.value = '';
      }}
    >
      <Button label={words.confirm.previewPrevious} disabled={!preview.hasPrevious.value} onClick={preview.previous}>
        {words.shell.previous}
      </Button>
      <Button label={words.confirm.previewNext} disabled={!preview.hasNext.value} onClick={preview.next}>
        {words.shell.next}
      </Button>
      <span class="row push">
        <label for={id}>{words.confirm.previewRow}</label>
        <input
          id={id}
          class="input input-row"
          type="number"
          min={1}
          inputMode="numeric"
          placeholder={line === undefined ? '' : String(line)}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <Button type="submit">{words.confirm.previewGo}</Button>
      </span>
    </form>
  );
}
