import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import { ERASED_NUMBER } from '../../../shared/people/left-out.ts';
import { createPersonRanges, type ByteRange, type FileLayout } from '../../../shared/csv/person-ranges.ts';
import { guessEncoding } from '../../../shared/csv/encoding.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { holdsDigits } from '../../../shared/phone/holds-digits.ts';
import { readParts } from './stored-file.ts';
import { settingsAgain } from './stored-skips.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from './import-record.ts';
import type { ImportStore } from './import-store.ts';

/** Where a person stands in the stored file. */
export interface PersonInFile {
  readonly layout: FileLayout;
  readonly ranges: readonly ByteRange[];
  /** The person's lines, each with how many contacts it is. */
  readonly lines: ReadonlyMap<number, number>;
}

/** Reads the file as the check did. A file that no check could read is searched line by line. */
export function findPersonInFile(
  store: ImportStore,
  config: Config,
  record: ImportRecord,
  number: number,
): PersonInFile {
  const lines = record.check === null ? new Map<number, number>() : linesOf(store, config, record, number);
  const layout = layoutOf(store, record);
  const finder = createPersonRanges(layout, String(number), new Set(lines.keys()));
  for (const part of readParts(store)) finder.push(part);
  return { layout, ranges: finder.finish(), lines };
}

function layoutOf(store: ImportStore, { check }: ImportRecord): FileLayout {
  if (check !== null) {
    const { encoding, delimiter, linesInQuotes } = check.shape;
    return { encoding, delimiter, linesInQuotes };
  }
  const head = store.partAt(0) ?? new Uint8Array();
  return { encoding: guessEncoding(head).encoding, delimiter: null, linesInQuotes: false };
}

/** All rows with the number: called, duplicates, and left out. */
function linesOf(store: ImportStore, config: Config, record: ImportRecord, number: number): Map<number, number> {
  const digits = String(number);
  const lines = new Map<number, number>();
  let current = { line: 0, contacts: 0, isTheirs: false };
  function see(line: number, contacts: number, isTheirs: boolean): void {
    if (line !== current.line) current = { line, contacts: 0, isTheirs: false };
    current.contacts += contacts;
    current.isTheirs ||= isTheirs;
    if (current.isTheirs) lines.set(line, current.contacts);
  }
  const check = createContactCheck(
    { ...settingsAgain(store, config, record), text: null },
    {
      accepted: (each, line) => see(line, 1, each === number),
      issue: ({ line, code, value, firstLine = 0 }) => {
        const judged = judgeNumber(value, config.DEFAULT_COUNTRY);
        const isSaid = holdsDigits(value, digits) || (judged.ok && judged.value === `+${digits}`);
        see(line, 0, isSaid || (code === 'duplicate' && lines.has(firstLine)));
      },
    },
  );
  for (const part of readParts(store)) if (!check.push(part).ok) return lines;
  check.finish();
  return lines;
}

/** Whether the file still gives the stored contacts, with erased people in their places. */
export function readsAlike(store: ImportStore, config: Config, record: ImportRecord): boolean {
  const { check: checked } = record;
  if (checked === null) return true;
  const stored = storedNumbers(store, checked.generation);
  let isAlike = true;
  const check = createContactCheck(
    { ...settingsAgain(store, config, record), text: null },
    {
      accepted: (number) => {
        const next = stored.next();
        if (next.done === true || (number !== ERASED_NUMBER && number !== next.value)) isAlike = false;
      },
      issue: () => {},
    },
  );
  for (const part of readParts(store)) if (!check.push(part).ok) return false;
  return check.finish().ok && isAlike && stored.next().done === true;
}

function* storedNumbers(store: ImportStore, generation: number): Iterator<number, undefined> {
  for (let chunk = 0; ; chunk += 1) {
    const numbers = store.numbers(generation, chunk);
    if (numbers.length === 0) return undefined;
    yield* numbers;
  }
}
