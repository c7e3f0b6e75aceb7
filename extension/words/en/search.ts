import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';

/** "Was this number called?", and the answer. */
export const search = {
  title: { voice: 'Was this number called?', sms: 'Was a message sent to this number?' } satisfies Record<
    Channel,
    string
  >,
  label: 'Phone number',
  hint: 'However it is written: with or without +91, with spaces or dashes.',
  missing: 'Type a phone number.',
  notANumber: 'This is not a whole phone number. Type one with all its digits.',
  look: 'Look it up',
  looking: 'Looking it up…',
  notIn: (number: string) => `${number} is not in this import.`,
  found: (number: string, rows: number) =>
    rows === 1 ? `${number} is in this import.` : `${number} is in this import ${countOf(rows, 'time', 'times')}.`,
  row: (line: number) => `Row ${formatCount(line)}`,
  duplicateOf: (line: number) => `Left out: row ${formatCount(line)} has the same number, and is the one used.`,
  duplicate: 'Left out: another row has the same number, and is the one used.',
  campaign: (seq: number) => `Campaign ${formatCount(seq)}`,
  notLaunched: 'Not started yet.',
  callsCaption: { voice: 'Calls to this number', sms: 'Messages to this number' } satisfies Record<Channel, string>,
  noCalls: { voice: 'No call to it is known yet.', sms: 'No message to it is known yet.' } satisfies Record<
    Channel,
    string
  >,
  columns: 'What the file says',
};
