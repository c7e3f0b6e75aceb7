import { EXAMPLE_NUMBERS } from '../../../shared/team/example-numbers.ts';
import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { digitsOf, holdsDigits } from '../../../shared/phone/holds-digits.ts';
import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { settingsAgain } from '../record/stored-skips.ts';
import { readParts } from '../record/stored-file.ts';
import type { ContactSearch, FoundContact } from '../../../shared/protocol/contact.ts';
import type { PlacedContact } from '../../campaign/placed-contact.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';

/** A row of the file with the wanted number; `place` counts accepted rows from 0. */
interface FoundRow extends Pick<FoundContact, 'line' | 'row' | 'bin' | 'firstLine' | 'issue'> {
  readonly place: number | null;
}

/** The usual advice is about fixing a row; this one is about asking a better question. */
const ONE_NUMBER = `Ask for one whole number, ${EXAMPLE_NUMBERS}.`;
/** Fewer digits occur in too many cells to point at one. */
const LEAST_DIGITS = 4;
/** The most rows shown for one number, because a file may repeat a number any number of times. */
const MAX_FOUND_ROWS = 50;

/** Answers "Was +91 98… called?": the rows with the number, the campaign of each, and what Exotel says became of it. */
export async function findContact(
  session: ImportSession,
  store: ImportStore,
  config: Config,
  input: {
    readonly text: string;
    readonly now: number;
    readonly ask: (seq: number, number: number) => Promise<PlacedContact[]>;
  },
): Promise<Result<ContactSearch, Fault>> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const judged = judgeNumber(input.text, config.DEFAULT_COUNTRY);
  const asOf = new Date(input.now).toISOString();
  if (!judged.ok) {
    // It is no number that can be called, but a row may have been left out because of it.
    const left = record.origin.kind === 'campaign' ? [] : findRows(store, config, record, null, digitsOf(input.text));
    if (left.length > 0) {
      const items: FoundContact[] = left.map(({ line, row, bin, firstLine, issue }) =>
        Object.assign({ line, row, bin, firstLine, seq: null, outcome: null, calls: [] }, issue && { issue }),
      );
      return ok({ number: input.text.trim(), asOf, items });
    }
    const { message } = issueSentence({ line: 1, value: input.text, code: judged.error.code });
    return err({ code: 'invalid_request', exact: judged.error.code, message: `${message} ${ONE_NUMBER}` });
  }
  const number = Number(judged.value.slice(1));
  const answer = { number: judged.value, asOf };
  if (record.origin.kind === 'campaign') {
    const items: FoundContact[] = [];
    for (const { seq } of session.rows()) {
      for (const { outcome, calls } of await input.ask(seq, number)) {
        items.push({ line: null, row: {}, bin: 'accepted', firstLine: null, seq, outcome, calls });
      }
    }
    return ok({ ...answer, items });
  }
  const items: FoundContact[] = [];
  for (const { place, ...found } of findRows(store, config, record, number, digitsOf(judged.value))) {
    const row = place === null ? undefined : session.rows().find((each) => holds(each, place));
    const placed = row === undefined ? [] : await input.ask(row.seq, number);
    const own = placed.find((each) => row !== undefined && row.firstContact + each.place === place);
    const outcome = own?.outcome ?? (row === undefined ? null : unsent(row));
    items.push({ ...found, seq: row?.seq ?? null, outcome, calls: own?.calls ?? [] });
  }
  return ok({ ...answer, items });
}

function holds({ firstContact, contacts }: CampaignRow, place: number): boolean {
  return place >= firstContact && place < firstContact + contacts;
}

/** The outcome in a campaign for which nothing was reported yet. */
function unsent({ state }: CampaignRow): 'not_attempted' | 'queued' {
  return state === 'cancelled' ? 'not_attempted' : 'queued';
}

/** Whether a cell that is not a valid number is still what was asked for. */
function isAsked(value: string, digits: string): boolean {
  return digits.length >= LEAST_DIGITS ? holdsDigits(value, digits) : digits !== '' && digitsOf(value) === digits;
}

function findRows(
  store: ImportStore,
  config: Config,
  record: ImportRecord,
  number: number | null,
  digits: string,
): FoundRow[] {
  const found: FoundRow[] = [];
  const headings = record.check?.shape.headings ?? [];
  const named = (cells: readonly string[]): Record<string, string> =>
    Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? '']));
  let place = 0;
  const check = createContactCheck(settingsAgain(store, config, record), {
    accepted: (each, line, row) => {
      if (each === number && found.length < MAX_FOUND_ROWS) {
        found.push({ place, line, row: named(row.cells()), bin: 'accepted', firstLine: null });
      }
      place += 1;
    },
    issue: ({ line, code, value, firstLine = null }, row) => {
      if (found.length >= MAX_FOUND_ROWS) return;
      if (code !== 'duplicate') {
        if (!isAsked(value, digits)) return;
        const issue = { code, value };
        found.push({ place: null, line, row: named(row.cells()), bin: 'left_out', firstLine: null, issue });
        return;
      }
      const judged = judgeNumber(value, config.DEFAULT_COUNTRY);
      if (!judged.ok || Number(judged.value.slice(1)) !== number) return;
      found.push({ place: null, line, row: named(row.cells()), bin: 'duplicate', firstLine });
    },
  });
  for (const part of readParts(store)) if (!check.push(part).ok) return found;
  check.finish();
  return found;
}
