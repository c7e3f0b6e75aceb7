import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import type { FieldAttributes } from '../../components/form/field.tsx';
import { words } from '../../words/words.ts';

interface Props {
  attributes: FieldAttributes;
  value: string;
  onInput: (token: string) => void;
}

/** A secret to paste; hidden unless the person asks to see it. */
export function TokenInput({ attributes, value, onInput }: Props) {
  const shown = useSignal(false);
  const common = {
    ...attributes,
    class: 'input',
    autocomplete: 'off',
    spellcheck: false,
    value,
    onInput: (event: Event & { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="reveal">
      {shown.value ? <input {...common} type="text" /> : <input {...common} type="password" />}
      <Button onClick={() => (shown.value = !shown.value)}>
        {shown.value ? words.options.hide : words.options.show}
      </Button>
    </div>
  );
}
