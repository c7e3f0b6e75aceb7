import { countOf, formatCount } from '../format-number.ts';

/** The second step: which column is which. */
export const columns = {
  title: 'Which column is which?',
  lastTime: 'As last time: a file with the same headings was used before.',
  number: 'Phone numbers',
  numberMissing: 'No column looks like phone numbers. Choose the one that holds them.',
  variable: (name: string) => `@@${name}`,
  variableMissing: (name: string) => `No column is headed “${name}”. Choose the one it stands for.`,
  variablesHeading: 'In the text',
  variablesNote: 'Each stands for a column: everybody hears or reads the value of their own row.',
  choose: 'Choose a column',
  option: (letters: string, heading: string) => (heading === `Column ${letters}` ? heading : `${letters} · ${heading}`),
  header: (row: number) => (row === 1 ? 'The first row holds headings' : `The headings are in row ${formatCount(row)}`),
  headerHint: (row: number): string =>
    row === 1
      ? 'Without the tick the first row is a contact too.'
      : 'What is above them is left out. Without the tick every row is a contact.',
  such: (values: readonly string[]) => `Such as ${values.join(', ')}`,
  noSuch: 'No values in the first rows',
  asLastTime: (hint: string) => `As last time. ${hint}`,
  listHeading: (count: number) => countOf(count, 'column in the file', 'columns in the file'),
  noValue: 'no values',
  numbersTag: 'Phone numbers',
  showMore: (count: number) => `Show ${countOf(count, 'more column', 'more columns')}`,
};
