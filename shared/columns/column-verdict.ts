/** Why a column was taken for the numbers to call. */
export const COLUMN_REASONS = [
  /** A person said so. */
  'told',
  /** Its heading names a telephone. */
  'heading',
  /** It alone holds numbers. */
  'only_numbers',
  /** It holds more numbers than any other. */
  'most_numbers',
  /** `other` holds the same number in nearly every row, as the own line does in a report of calls. */
  'others_repeat',
  /** `other` is headed better, but hardly filled. */
  'fuller',
] as const;
export type ColumnReason = (typeof COLUMN_REASONS)[number];

/** Why the choice is a guess, and a person has to say. */
export const COLUMN_DOUBTS = [
  /** Its heading says nothing about a telephone. */
  'heading_unknown',
  /** `other` is as likely. */
  'several_alike',
  /** The numbers count up, as ids do. */
  'like_ids',
  /** One number stands in nearly every row, now in this column and now in `other`: a report of calls both ways. */
  'own_number',
  /** Its heading names somebody of the own side, an agent or a receiver. */
  'own_side',
  /** Its heading says that its numbers are old, wrong or not to be called. */
  'not_wanted',
  /** `other` is headed better and filled, but nothing in it can be called. */
  'better_unreadable',
  /** Its ten digits are American numbers as well, and would be called as the country's own. */
  'like_american',
  /** `other` looks like the country or calling code of each number, and nothing says that it is. */
  'country_unclear',
  /** Another table begins below, and its numbers are none of this column: rows there would be called. */
  'other_table',
  /** It is the only row, and others seem to have grown into it: their people would not be called. */
  'lines_joined',
] as const;
export type ColumnDoubt = (typeof COLUMN_DOUBTS)[number];

/** A column that may hold the numbers to call. `column` counts from 0. */
interface ColumnCandidate {
  readonly column: number;
  readonly heading: string;
  /** Cells that hold something, from all over the file. */
  readonly samples: readonly string[];
}

/** How the number column was found. */
export interface ColumnVerdict {
  readonly why: ColumnReason;
  /** Null when the choice is sure. */
  readonly doubt: ColumnDoubt | null;
  /** The column `why` or `doubt` speaks of, from 0. */
  readonly other: number | null;
  /** The one taken, then the runner-up and the others, best first. */
  readonly candidates: readonly ColumnCandidate[];
}

/** What becomes of the numbers in further columns. */
export const NUMBER_POLICIES = [
  /** Only the number column counts. */
  'first',
  /** The first column of a row that holds a number which can be called. */
  'first_valid',
  /** Every number is a contact of its own: a line with three counts as three rows. */
  'all',
  /** As `first_valid`; calling again takes the next number of those who were not reached. */
  'in_turn',
] as const;
export type NumberPolicy = (typeof NUMBER_POLICIES)[number];

/** Why the column was taken, in one line for people. */
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
