import { ERASED_NUMBER } from '../../../shared/people/left-out.ts';
import { CellJudge } from '../../../shared/contacts/cell-judge.ts';
import { toE164 } from '../../../shared/phone/judge-number.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { keysOf, meaningOf } from '../../../shared/people/key-meaning.ts';
import { settingsAgain } from '../record/stored-skips.ts';
import { toChoice } from '../record/import-settings.ts';
import { contactRows, outcomeOf, type ContactRow } from './contact-rows.ts';
import { textStream } from './byte-stream.ts';
import { turnNumbers } from './turn-numbers.ts';
import type { CheckRequest } from '../../../shared/protocol/import-requests.ts';
import type { EarlierChoice } from '../intake/call-again.ts';
import type { ContactResult } from '../../campaign/contact-result.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { CampaignReports } from './result-rows.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportStore } from '../record/import-store.ts';

/** What another import is made of: rows as a file of their own, and how to read that file. */
export interface EarlierContacts {
  readonly name: string;
  readonly fileName: string;
  readonly columns: CheckRequest['columns'];
  readonly file: ReadableStream<Uint8Array>;
}

/**
 * The accepted contacts with these outcomes, or all of them, in file order. All contacts can be read without a launch.
 */
export function streamContacts(
  world: { readonly session: ImportSession; readonly store: ImportStore; readonly config: Config },
  { outcomes, keys }: EarlierChoice,
  reports: CampaignReports,
): Result<EarlierContacts, Fault> {
  const record = world.session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const { check, columns, launchedAt, name, fileName, origin } = record;
  const isAll = outcomes.length + keys.length === 0;
  const meanings = keysOf(record.template);
  const isWanted = (result: ContactResult | undefined, row: CampaignRow): boolean =>
    (outcomes.length === 0 || outcomes.includes(outcomeOf(result, row))) &&
    (keys.length === 0 || keys.includes(meaningOf(meanings, result?.digits) ?? ''));
  if (origin.kind === 'campaign') {
    const lines = followedLines(world.session.rows(), reports, isWanted);
    return ok({ name, fileName, columns: { number: 1, header: true }, file: textStream(lines) });
  }
  if (check === null) return err({ code: 'not_checked' });
  if (!isAll && launchedAt === null) return err({ code: 'not_launched' });
  const { header, headings, numberColumn, callingCodeColumn, moreColumns, numbers } = check.shape;
  const inTurn = numbers === 'in_turn' && moreColumns.length > 0;
  // If another cell helped to decide the number, the complete number is written into its column.
  const isTold = callingCodeColumn !== null || (numbers !== 'first' && moreColumns.length > 0);
  const settings = settingsAgain(world.store, world.config, record);
  const contacts = contactRows({
    store: world.store,
    settings,
    campaigns: isAll ? [] : world.session.rows(),
    results: (row) => reports.results(row),
  });
  // The choices about the text stay; the other choices are fixed by the file that is made here.
  const asked = toChoice(columns);
  const more = inTurn ? moreColumns.map((column) => column + 1) : [];
  const judge = new CellJudge(settings.country);
  const told = ({ cells, number, fate }: ContactRow): readonly string[] => {
    const outcome = fate === null ? null : outcomeOf(fate.result, fate.campaign);
    if (inTurn) return turnNumbers(cells, check.shape, { number, outcome }, judge);
    return isTold ? withCell(cells, numberColumn, toE164(number)) : cells;
  };
  return ok({
    name,
    fileName,
    columns: {
      ...asked,
      number: numberColumn + 1,
      header,
      callingCode: null,
      more,
      numbers: inTurn ? 'in_turn' : 'first',
    },
    file: textStream(fileLines(contacts, { headings, header, told }, isWanted)),
  });
}

type IsWanted = (result: ContactResult | undefined, row: CampaignRow) => boolean;

/** Has headings if the original file has. The byte order mark fixes the encoding, whatever the first rows hold. */
async function* fileLines(
  pieces: AsyncIterable<readonly ContactRow[]>,
  shape: {
    readonly headings: readonly string[];
    readonly header: boolean;
    readonly told: (contact: ContactRow) => readonly string[];
  },
  isWanted: IsWanted,
): AsyncIterable<string> {
  const { headings, header, told } = shape;
  yield `\uFEFF${header ? csvLine(headings) : ''}`;
  for await (const contacts of pieces) {
    let text = '';
    for (const contact of contacts) {
      const { fate } = contact;
      if (contact.number === ERASED_NUMBER) continue;
      if (fate !== null && !isWanted(fate.result, fate.campaign)) continue;
      text += csvLine(told(contact), headings.length);
    }
    yield text;
  }
}

function withCell(cells: readonly string[], column: number, value: string): string[] {
  return Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
    at === column ? value : (cells[at] ?? ''),
  );
}

/** A campaign made elsewhere has no file: its people are the reported numbers. */
async function* followedLines(
  rows: readonly CampaignRow[],
  reports: CampaignReports,
  isWanted: IsWanted,
): AsyncIterable<string> {
  yield csvLine(['Number']);
  for (const row of rows) {
    const results = await reports.results(row);
    const numbers = await reports.numbers(row);
    const wanted = numbers.slice(0, results.length).filter((_, index) => isWanted(results[index], row));
    yield wanted.map((number) => (number === null ? '' : csvLine([toE164(number)]))).join('');
  }
}

const TO_QUOTE = /[",;|^~\t\r\n]/;

/**
 * Quotes every delimiter that we might guess, so that only commas separate. Formulas stay as they are, because no
 * person opens this file.
 */
function csvLine(cells: readonly string[], width = cells.length): string {
  const padding = ','.repeat(Math.max(0, width - cells.length));
  return `${cells.map((cell) => (TO_QUOTE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}${padding}\r\n`;
}
