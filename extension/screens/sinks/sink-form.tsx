import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { useFirstFault } from '../../components/form/field.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';

/** A new sink needs only a name. `onCreate` answers whether the sink was made. */
export function SinkForm({ onCreate }: { onCreate: (name: string) => Promise<boolean> }) {
  const name = useSignal('');
  const tried = useSignal(false);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const showFault = useFirstFault(form);
  const isMissing = name.value.trim() === '';

  async function submit(): Promise<void> {
    tried.value = true;
    if (isMissing) return showFault();
    busy.value = true;
    const isMade = await onCreate(name.value.trim());
    busy.value = false;
    if (!isMade) return;
    name.value = '';
    tried.value = false;
  }

  return (
    <form
      ref={form}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void submit();
      }}
    >
      <TextInput
        label={words.sinks.name}
        hint={words.sinks.nameHint}
        error={tried.value && isMissing ? words.sinks.nameMissing : null}
        value={name.value}
        onInput={(text) => (name.value = text)}
      />
      <div class="row">
        <Button type="submit" look="primary" busy={busy.value}>
          {words.sinks.create}
        </Button>
      </div>
    </form>
  );
}
