import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';

/** "Was this number called?", and the answer. */
export const search = {
  title: { voice: 'Find a number', sms: 'Find a number' } satisfies Record<Channel, string>,
  label: 'Phone number',
  hint: 'Any format works.',
  missing: 'Enter a phone number.',
  notANumber: 'Enter the whole number, with all its digits.',
  look: 'Find',
  looking: 'Finding…',
  notIn: (number: string) => `${number} is not in this import.`,
  found: (number: string, rows: number) =>
    rows === 1 ? `${number} is in this import.` : `${number} is in this import ${countOf(rows, 'time', 'times')}.`,
  row: (line: number) => `Row ${formatCount(line)}`,
  leftOut: (message: string) => `Left out: ${message}`,
  onlyLeftOut: (number: string, rows: number) =>
    rows === 1
      ? `${number} is in 1 row, and that row is left out.`
      : `${number} is in ${countOf(rows, 'row', 'rows')}, and all of them are left out.`,
  duplicateOf: (line: number) => `Left out: row ${formatCount(line)} has the same number and is used instead.`,
  duplicate: 'Left out: another row has the same number and is used instead.',
  campaign: (seq: number) => `Campaign ${formatCount(seq)}`,
  notLaunched: 'Not started yet.',
  callsCaption: { voice: 'Calls to this number', sms: 'Messages to this number' } satisfies Record<Channel, string>,
  noCalls: { voice: 'No calls to this number yet.', sms: 'No messages to this number yet.' } satisfies Record<
    Channel,
    string
  >,
  columns: 'Row in the file',
};
