/** Why a column was chosen for the numbers to call. */
export const COLUMN_REASONS = [
  /** A person said so. */
  'told',
  /** Its heading names a telephone. */
  'heading',
  /** No other column holds numbers. */
  'only_numbers',
  /** It holds more numbers than any other. */
  'most_numbers',
  /** `other` holds the same number in nearly every row, like the own line in a report of calls. */
  'others_repeat',
  /** `other` has a better heading, but is hardly filled. */
  'fuller',
] as const;
export type ColumnReason = (typeof COLUMN_REASONS)[number];

/** Why the choice is a guess that a person has to confirm. */
export const COLUMN_DOUBTS = [
  /** Its heading says nothing about a telephone. */
  'heading_unknown',
  /** `other` is just as likely. */
  'several_alike',
  /** The numbers count up, as ids do. */
  'like_ids',
  /** The same number stands in nearly every row, in this column or in `other`: a report of calls in both directions. */
  'own_number',
  /** Its heading names somebody of the caller's own side, such as an agent or a receiver. */
  'own_side',
  /** Its heading says that its numbers are old, wrong or not to be called. */
  'not_wanted',
  /** `other` has a better heading and is filled, but nothing in it can be called. */
  'better_unreadable',
  /** Its ten digits could also be American numbers, and would be called as the country's own. */
  'like_american',
  /** `other` looks like the country or calling code of each number, but nothing says that it is. */
  'country_unclear',
  /** Another table begins further down with its numbers in another column: this column's rows there would be called. */
  'other_table',
  /** The file has only one row, and other lines seem to be joined to it: their people would not be called. */
  'lines_joined',
] as const;
export type ColumnDoubt = (typeof COLUMN_DOUBTS)[number];

/** A column that may hold the numbers to call. `column` counts from 0. */
interface ColumnCandidate {
  readonly column: number;
  readonly heading: string;
  /** Some filled cells, from all over the file. */
  readonly samples: readonly string[];
}

/** How the number column was found. */
export interface ColumnVerdict {
  readonly why: ColumnReason;
  /** Null when the choice is sure. */
  readonly doubt: ColumnDoubt | null;
  /** The column that `why` or `doubt` refers to, from 0. */
  readonly other: number | null;
  /** The chosen column, then the others, best first. */
  readonly candidates: readonly ColumnCandidate[];
}

/** What happens with numbers in further columns. */
export const NUMBER_POLICIES = [
  /** Only the number column counts. */
  'first',
  /** The first column of a row that holds a callable number. */
  'first_valid',
  /** Every number is a contact of its own: a line with three numbers counts as three rows. */
  'all',
  /** Like `first_valid`; calling again uses the next number of people who were not reached. */
  'in_turn',
] as const;
export type NumberPolicy = (typeof NUMBER_POLICIES)[number];

/** Why the column was chosen, in one line for people. */
export function columnReasonSentence(verdict: ColumnVerdict, headings: readonly string[]): string {
  const other = verdict.other === null ? '' : `"${headings[verdict.other] ?? ''}"`;
  return verdict.doubt === null ? REASONS[verdict.why](other) : DOUBTS[verdict.doubt](other);
}

const REASONS: Record<ColumnReason, (other: string) => string> = {
  told: () => 'You chose it.',
  heading: () => 'Its heading names a phone number.',
  only_numbers: () => 'It is the only column with phone numbers.',
  most_numbers: () => 'It holds more phone numbers than any other column.',
  others_repeat: (other) => `${other} holds the same number in every row: that is not the person to call.`,
  fuller: (other) => `${other} is nearly empty, and this column is filled.`,
};

const DOUBTS: Record<ColumnDoubt, (other: string) => string> = {
  heading_unknown: () =>
    'A guess: it holds numbers, but its heading does not say that they are phone numbers. Check it.',
  several_alike: (other) => `A guess: ${other} holds phone numbers too. Choose whom to call.`,
  like_ids: () => 'A guess: its numbers count up one by one, as ids do. Check it.',
  own_number: (other) =>
    `A guess: one number stands in nearly every row, here or in ${other}, as your own line does. Check it.`,
  own_side: () => 'A guess: its heading names your own side, not the people to call. Check it.',
  not_wanted: () => 'A guess: its heading says that these numbers are old or not to be called. Check it.',
  better_unreadable: (other) => `A guess: nothing in ${other} can be called, so this column was taken. Check it.`,
  like_american: () =>
    'A guess: its numbers are American ones as well, and would be called with +91. If they are American, write +1 before them.',
  country_unclear: (other) =>
    `A guess: ${other} looks like the country or calling code of each number. Say which column holds it, or none.`,
  other_table: () =>
    'A guess: another table begins further down, and its numbers would be called too. Take it out, or say the column.',
  lines_joined: () =>
    'A guess: the file is one line, and numbers in it have grown together with words, so its line ends are lost. Take the file as it was saved; curl sends it so by -T or --data-binary.',
};
