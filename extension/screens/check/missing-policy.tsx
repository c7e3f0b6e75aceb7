import { useState } from 'preact/hooks';
import { MAX_VARIABLE_CHARS } from '../../../shared/limits.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/form/select.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import type { MappedVariable } from '../../state/draft/map-columns.ts';
import { words } from '../../words/words.ts';
import type { ChooseColumns } from '../columns/choose-columns.ts';

const POLICIES = ['nothing', 'instead', 'leave_out'] as const;
type Policy = (typeof POLICIES)[number];

interface Props {
  variable: MappedVariable;
  channel: Channel;
  onChoose: ChooseColumns;
}

/** What becomes of people without a value: something else is said, nothing, or they are left out. */
export function MissingPolicy({ variable, channel, onChoose }: Props) {
  const { name, column, fallback, leaveOut } = variable;
  const [typed, setTyped] = useState(fallback ?? '');
  const policy: Policy = leaveOut ? 'leave_out' : fallback === null ? 'nothing' : 'instead';
  const change = (next: Policy, text: string): void =>
    onChoose((now) => {
      const { [name]: _before, ...others } = now.fallbacks ?? {};
      const required = (now.required ?? []).filter((one) => column === null || one !== column + 1);
      return {
        fallbacks: next === 'instead' ? { ...others, [name]: text.trim().slice(0, MAX_VARIABLE_CHARS) } : others,
        required: next === 'leave_out' && column !== null ? [...required, column + 1] : required,
      };
    });
  return (
    <div class="missing-policy">
      <Select
        label={words.check.missingPolicy(name)}
        value={policy}
        options={POLICIES.map((one) => [one, words.check.missingPolicies[channel][one]] as const)}
        onChange={(next) => {
          const text = typed.trim() === '' ? words.check.missingExample : typed;
          if (next === 'instead') setTyped(text);
          change(next, text);
        }}
      />
      {policy === 'instead' ? (
        <form
          class="missing-instead"
          onSubmit={(event) => {
            event.preventDefault();
            change('instead', typed);
          }}
        >
          <TextInput label={words.check.missingInstead(name)} value={typed} onInput={setTyped} />
          <Button type="submit" disabled={typed.trim() === (fallback ?? '') || typed.trim() === ''}>
            {words.check.missingUse}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
