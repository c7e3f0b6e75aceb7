import type { IssueCode, RowIssue } from './issue.ts';

interface Sentence {
  readonly message: string;
  readonly fix: string;
}

const SENTENCES: Record<IssueCode, (issue: RowIssue) => Sentence> = {
  duplicate: ({ firstLine }) => ({
    message: firstLine === undefined ? 'This number is in the file already.' : `Same number as row ${firstLine}.`,
    fix: 'Nothing to do: it is called once. Delete the row, or allow duplicates in the template to call it again.',
  }),
  blank: () => ({ message: 'There is no number in this row.', fix: 'Type the number, or delete the row.' }),
  above_headings: () => ({
    message: 'This row stands above the headings, and holds a number.',
    fix: 'Move it below the headings to have it called, or delete it.',
  }),
  calling_code_unclear: () => ({
    message: 'The calling code or country in this row cannot be read, so nobody can say whose number it is.',
    fix: 'Write the calling code (as 91) or the country (as India), or put + and the code before the number.',
  }),
  value_missing: () => ({
    message: 'This row has no value for what the text says, and such rows are left out.',
    fix: 'Fill the value in, or choose what is said in its place.',
  }),
  too_short: () => ({ message: 'The number has too few digits.', fix: 'Add the missing digits.' }),
  too_long: () => ({ message: 'The number has too many digits.', fix: 'Remove the extra digits.' }),
  letters: () => ({
    message: 'There are letters among the digits.',
    fix: 'Keep only the number, and check for O typed for 0 or l for 1.',
  }),
  not_a_number: () => ({
    message: 'This is not a phone number.',
    fix: 'Type the number here, or choose another column as the number column.',
  }),
  not_in_service_range: () => ({
    message: 'No phone number starts with these digits.',
    fix: 'Check the number with the person, digit by digit.',
  }),
  country_unknown: () => ({
    message: 'No country has this country code.',
    fix: 'Correct the digits after the +, or type the number without a country code.',
  }),
  excel_exponent: () => ({
    message: 'The spreadsheet turned the number into a power of ten, and its last digits are lost.',
    fix: 'In the original sheet format the column as Text or Number without decimals, then save as CSV again.',
  }),
  excel_truncated: () => ({
    message: 'The number ends in a row of zeros, as when a spreadsheet rounds it off.',
    fix: 'Take the number from the original sheet. If the zeros are real, write it with + and the country code.',
  }),
  excel_computed: () => ({
    message: 'There is a minus before the digits: a spreadsheet took the number for a sum and wrote its result.',
    fix: 'Take the number from the original list: format the column as Text, then paste the numbers again.',
  }),
  several_numbers: () => ({
    message: 'There is more than one number in the cell.',
    fix: 'Keep one number here, and give each other number a row of its own.',
  }),
};

/** What is wrong with a row and what to do about it, for people. */
export function issueSentence(issue: RowIssue): Sentence {
  return SENTENCES[issue.code](issue);
}
