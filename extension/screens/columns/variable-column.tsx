import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { SPOKEN_AS } from '../../../shared/template/spoken-forms.ts';
import { Select } from '../../components/form/select.tsx';
import type { MappedVariable } from '../../state/draft/map-columns.ts';
import { words } from '../../words/words.ts';
import { ColumnSelect } from './column-select.tsx';

const PLAIN = 'plain';

interface Props {
  variable: MappedVariable;
  hint: string | undefined;
  headings: readonly string[];
  chosen: ColumnChoice;
  onChoose: (change: ColumnChoice) => void;
}

/** Which column a variable of the text takes its values from, and how they are said. */
export function VariableColumn({ variable, hint, headings, chosen, onChoose }: Props) {
  const { name, column, spoken, leaveOut } = variable;
  const pick = (picked: number): void => {
    const variables = { ...chosen.variables, [name]: picked + 1 };
    if (column === null || !leaveOut) return onChoose({ variables });
    // Those without a value are left out by the column, which is another one now.
    const required = (chosen.required ?? []).map((one) => (one === column + 1 ? picked + 1 : one));
    onChoose({ variables, required });
  };
  const say = (value: string): void => {
    const { [name]: _before, ...others } = chosen.spoken ?? {};
    const as = SPOKEN_AS.find((one) => one === value);
    onChoose({ spoken: as === undefined ? others : { ...others, [name]: as } });
  };
  return (
    <>
      <ColumnSelect
        label={words.columns.variable(name)}
        hint={hint}
        error={column === null ? words.columns.variableMissing(name) : null}
        headings={headings}
        value={column}
        onPick={pick}
      />
      {column === null ? null : (
        <Select
          label={words.columns.spokenAs(name)}
          value={spoken ?? PLAIN}
          options={([PLAIN, ...SPOKEN_AS] as const).map((one) => [one, words.columns.spoken[one]] as const)}
          onChange={say}
        />
      )}
    </>
  );
}
