import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/form/field.tsx';
import { words } from '../../../words/words.ts';

const MAX_SID = 64;

/** The sid of an existing campaign at Exotel, which is then followed instead of making a new one. */
export function AdoptForm({ onAdopt }: { onAdopt: (sid: string) => void }) {
  const sid = useSignal('');
  return (
    <form
      class="adopt"
      onSubmit={(event) => {
        event.preventDefault();
        if (sid.value.trim() !== '') onAdopt(sid.value.trim());
      }}
    >
      <Field label={words.watch.adoptLabel} hint={words.watch.adoptHint}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            autocomplete="off"
            maxLength={MAX_SID}
            value={sid.value}
            onInput={(event) => (sid.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={sid.value.trim() === ''}>
        {words.watch.adoptDo}
      </Button>
    </form>
  );
}
