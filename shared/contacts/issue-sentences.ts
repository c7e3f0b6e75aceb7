import { isAlready } from '../people/already-called.ts';
import type { Channel } from '../template/template-schema.ts';
import type { IssueCode, RowIssue } from './issue.ts';

interface Sentence {
  readonly message: string;
  readonly fix: string;
}

const REACHED: Record<Channel, string> = { voice: 'called', sms: 'messaged' };
const REACH: Record<Channel, string> = { voice: 'call', sms: 'message' };

const SENTENCES: Record<IssueCode, (issue: RowIssue, channel: Channel) => Sentence> = {
  duplicate: ({ firstLine }) => ({
    message: firstLine === undefined ? 'This number is already in the file.' : `Same number as row ${firstLine}.`,
    fix: 'The number is called once. To call it twice, allow duplicates in the template.',
  }),
  blank: () => ({ message: 'The number column is empty in this row.', fix: 'Enter the number, or delete the row.' }),
  suppressed: ({ reason }) => ({
    message: `This number is on the list of people not to be called${sinceOf(reason)}.`,
    fix: 'The number is not called. To change that, ask an admin to take it off the list.',
  }),
  do_not_call: () => ({
    message: 'The file says not to call this person.',
    fix: 'The number is not called. To call it, change what the file says, or do not use the column that says it.',
  }),
  total_row: () => ({
    message: 'This row is a total of the rows above, and its number was added up.',
    fix: 'Nothing to do. If it is a person, write the number with + and the country code.',
  }),
  note_row: () => ({
    message: 'This row is a note on the list, not a person to call.',
    fix: 'Nothing to do. If it is a person, put their name in that cell of the file.',
  }),
  called_recently: ({ reason }, channel) => ({
    message:
      reason?.importName == null
        ? `This number was ${REACHED[channel]} often enough recently, or is about to be.`
        : `This number was ${REACHED[channel]} ${isAlready(reason.detail) ? 'with this template' : 'often enough'} recently, or is about to be: last by "${reason.importName}"${sinceOf(reason)}.`,
    fix:
      reason !== undefined && isAlready(reason.detail)
        ? `Only new people are ${REACHED[channel]}. To ${REACH[channel]} this person too, choose everybody.`
        : `Wait until the hours of the cap have passed, or ${REACH[channel]} these people all the same and give a reason.`,
  }),
  above_headings: () => ({
    message: 'This row is above the headings and has a number.',
    fix: 'Move it below the headings to call it, or delete it.',
  }),
  calling_code_unclear: () => ({
    message: 'The country or calling code in this row is not known, so the number may belong to somebody else.',
    fix: 'Enter a calling code (91) or a country (India), or start the number with + and the code.',
  }),
  value_missing: () => ({
    message: 'This row has no value for what the text says, and such rows are left out.',
    fix: 'Fill the value in, or choose what is said in its place.',
  }),
  too_short: () => ({ message: 'The number has too few digits.', fix: 'Add the missing digits.' }),
  too_long: () => ({ message: 'The number has too many digits.', fix: 'Remove the extra digits.' }),
  letters: () => ({
    message: 'The number contains letters.',
    fix: 'Keep only the digits. Check for O instead of 0, and l instead of 1.',
  }),
  not_a_number: () => ({
    message: 'This is not a phone number.',
    fix: 'Enter the number here, or choose another number column.',
  }),
  not_in_service_range: () => ({
    message: 'No phone number starts with these digits.',
    fix: 'Check the number with the person.',
  }),
  country_unknown: () => ({
    message: 'No country uses this country code.',
    fix: 'Correct the digits after the +, or enter the number without a country code.',
  }),
  excel_exponent: () => ({
    message: 'Excel changed this number to scientific format (such as 9.5E+11), and its last digits are lost.',
    fix: 'In the original file, format the column as Number without decimals, then save as CSV again.',
  }),
  excel_truncated: () => ({
    message: 'The number ends in zeros: a spreadsheet may have rounded it.',
    fix: 'Copy the number from the original file. If the zeros are real, write it with + and the country code.',
  }),
  excel_computed: () => ({
    message: 'A spreadsheet calculated this cell as a formula, and the number is lost.',
    fix: 'Format the column as Text, then paste the numbers from the original list again.',
  }),
  several_numbers: () => ({
    message: 'The cell has more than one number.',
    fix: 'Keep one number here, and put every other number in its own row.',
  }),
};

function sinceOf(reason: RowIssue['reason']): string {
  return reason === undefined ? '' : `, since ${reason.since.slice(0, 10)}, by ${reason.by}`;
}

/** What is wrong with a row and what to do about it, for people. */
export function issueSentence(issue: RowIssue, channel: Channel = 'voice'): Sentence {
  return SENTENCES[issue.code](issue, channel);
}
