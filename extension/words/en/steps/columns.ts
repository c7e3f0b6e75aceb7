import type { NumberPolicy } from '../../../../shared/columns/column-verdict.ts';
import { countOf, formatCount } from '../../format-number.ts';

/** The second step: which column is which. */
export const columns = {
  title: 'Which column is which?',
  lastTime: 'Same columns as last time, for the same headings.',
  number: 'Phone numbers',
  numberMissing: 'Choose the column with phone numbers.',
  variable: (name: string) => `@@${name}`,
  variableMissing: (name: string) => `No column is named “${name}”. Choose one.`,
  variablesHeading: 'Values in the message',
  variablesNote: 'Each person hears or reads the value from their own row.',
  choose: 'Choose a column',
  option: (letters: string, heading: string) => (heading === `Column ${letters}` ? heading : `${letters} · ${heading}`),
  header: (row: number) => (row === 1 ? 'The first row holds headings' : `The headings are in row ${formatCount(row)}`),
  headerHint: (row: number): string =>
    row === 1
      ? 'Untick if the first row is a contact.'
      : 'Rows above the headings are left out. Untick if every row is a contact.',
  such: (values: readonly string[]) => `Such as ${values.join(', ')}`,
  noSuch: 'No values in the first rows',
  asLastTime: (hint: string) => `As last time. ${hint}`,
  listHeading: (count: number) => countOf(count, 'column in the file', 'columns in the file'),
  noValue: 'no values',
  numbersTag: 'Phone numbers',
  callingCodeTag: 'Country of the number',
  moreTag: 'More phone numbers',
  spokenAs: (name: string) => `Say “${name}”`,
  spoken: {
    plain: 'As it is written',
    date: 'As a date: 12 November 2025',
    amount: 'As an amount: 1200 rupees',
  },
  keep: (heading: string) => `Keep “${heading}”`,
  takeInstead: (heading: string) => `Use “${heading}” instead`,
  holds: (heading: string, values: readonly string[]) => `${heading}: ${values.join(', ')}`,
  callingCode: 'Country of each number',
  callingCodeHint: 'A country or calling code beside the number, such as +91 or India.',
  noCallingCode: 'None: all numbers are from our own country',
  otherCountries: 'Some numbers are from other countries',
  moreHeading: (headings: readonly string[]) => `Phone numbers in ${headings.map((one) => `“${one}”`).join(', ')} too`,
  numbers: 'Numbers to call',
  policies: {
    first: 'First number only',
    first_valid: 'First valid number',
    all: 'All numbers',
    in_turn: 'One after another',
  } satisfies Record<NumberPolicy, string>,
  policyHints: {
    first: 'Numbers in the other columns are never called.',
    first_valid: 'One call a row: another column counts where the first holds no valid number.',
    all: 'Each number is a contact of its own: a row with two counts as two rows.',
    in_turn:
      'One call a row, to its first valid number. “Call again” takes the next number of those you did not reach.',
  } satisfies Record<NumberPolicy, string>,
  useToo: (heading: string) => `Use “${heading}”`,
  doNotCallHeading: 'People not to be called',
  doNotCallNote: 'Leave out whoever these columns say not to call.',
  doNotCallTag: 'Who is not called',
  doNotCallUnclear: (heading: string) =>
    `“${heading}” may say who must not be called, but not every cell says yes or no. Everybody it may mean is left out. Check the values, and untick it if it says something else.`,
  titles: (count: number) =>
    `${countOf(count, 'line above the headings is', 'lines above the headings are')} left out: titles, not contacts.`,
  otherTable: (line: number, headings: readonly string[]) =>
    `Row ${formatCount(line)} looks like the headings of another table: ${headings.join(', ')}. The rows below it were read by the columns of the first. Save the second table as a separate file.`,
  showMore: (count: number) => `Show ${countOf(count, 'more column', 'more columns')}`,
};
