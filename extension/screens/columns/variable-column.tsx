import { SPOKEN_AS } from '../../../shared/template/spoken-forms.ts';
import { Select } from '../../components/form/select.tsx';
import type { MappedVariable } from '../../state/draft/map-columns.ts';
import { words } from '../../words/words.ts';
import type { ChooseColumns } from './choose-columns.ts';
import { ColumnSelect } from './column-select.tsx';

const PLAIN = 'plain';

interface Props {
  variable: MappedVariable;
  hint: string | undefined;
  headings: readonly string[];
  onChoose: ChooseColumns;
}

/** Which column a variable of the text takes its values from, and how they are said. */
export function VariableColumn({ variable, hint, headings, onChoose }: Props) {
  const { name, column, spoken, leaveOut } = variable;
  const pick = (picked: number): void =>
    onChoose((now) => {
      const variables = { ...now.variables, [name]: picked + 1 };
      if (column === null || !leaveOut) return { variables };
      // Those without a value are left out by the column, which is another one now.
      const required = (now.required ?? []).map((one) => (one === column + 1 ? picked + 1 : one));
      return { variables, required };
    });
  const say = (value: string): void =>
    onChoose((now) => {
      const { [name]: _before, ...others } = now.spoken ?? {};
      const as = SPOKEN_AS.find((one) => one === value);
      return { spoken: as === undefined ? others : { ...others, [name]: as } };
    });
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
