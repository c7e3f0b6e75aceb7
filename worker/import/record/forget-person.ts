import { ERASED_NUMBER } from '../../../shared/people/left-out.ts';
import { blankRanges } from '../../../shared/csv/person-ranges.ts';
import { holdsDigits } from '../../../shared/phone/holds-digits.ts';
import { maskNumbers } from '../../../shared/team/mask-numbers.ts';
import { packNumbers, placesOf, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { findPersonInFile, readsAlike, type PersonInFile } from './find-person.ts';
import type { Config } from '../../config.ts';
import type { ImportSession } from './import-session.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { CheckResult, ImportRecord } from './import-record.ts';
import type { ImportStore } from './import-store.ts';

interface World {
  readonly session: ImportSession;
  readonly store: ImportStore;
  readonly config: Config;
}

/** Without the person, the file would be read differently than before. */
class ReadsOtherwise extends Error {}

/** Whether this object stores anything about the number, not counting its campaigns. */
export function holdsPerson({ session, store, config }: World, number: number): boolean {
  const record = session.record();
  if (record === null) return false;
  if (findPersonInFile(store, config, record, number).ranges.length > 0) return true;
  const digits = String(number);
  const { check } = record;
  return (
    says(record, digits) ||
    session.rows().some((row) => says(row, digits) || [...row.excluded, ...row.suppressed].includes(number)) ||
    (check !== null && campaignsOf(session, store, check, number).length > 0)
  );
}

/** Campaigns that may know the number; all of them if no file says which contact is in which. */
export function campaignsOf(
  session: ImportSession,
  store: ImportStore,
  check: CheckResult | null,
  number: number,
): CampaignRow[] {
  if (check === null) return [...session.rows()];
  const places = placesIn(store, check.generation, number);
  return session
    .rows()
    .filter(({ firstContact, contacts }) =>
      places.some((place) => place >= firstContact && place < firstContact + contacts),
    );
}

/**
 * Removes a person from everything that an ended import keeps: their text becomes blank, and all other contacts keep
 * their places. Call it inside one transaction: if the file could no longer be read as before, everything is undone.
 */
export function forgetPerson(world: World, number: number): void {
  const { session, store, config } = world;
  const record = session.record();
  if (record === null) return;
  const digits = String(number);
  const person = findPersonInFile(store, config, record, number);
  blankFile(store, person);
  const erased = new Map(record.erasedRows);
  for (const [line, contacts] of person.lines) erased.set(line, Math.max(contacts, erased.get(line) ?? 0));
  const erasedRows = [...erased].filter(([, contacts]) => contacts > 0);
  const next: ImportRecord = { ...maskedRecord(record, digits), erasedRows };
  if (record.check !== null) forgetChecked(store, record.check, person, number);
  if (person.ranges.length > 0 && !readsAlike(store, config, next)) throw new ReadsOtherwise(record.id);
  for (const row of session.rows()) {
    const kept = {
      ...row,
      excluded: row.excluded.filter((each) => each !== number),
      suppressed: row.suppressed.filter((each) => each !== number),
    };
    if (
      says(row, digits) ||
      kept.excluded.length + kept.suppressed.length < row.excluded.length + row.suppressed.length
    )
      session.putRow(masked(kept, digits));
  }
  session.put(next);
}

/** For a file that was not launched; it must be checked again afterwards. */
export function blankFile(store: ImportStore, { ranges, layout }: Pick<PersonInFile, 'ranges' | 'layout'>): void {
  if (ranges.length === 0) return;
  let before: number | undefined;
  for (const { start, size } of store.partSizes()) {
    const part = store.partAt(start);
    if (part === null) continue;
    const after = store.partAt(start + size)?.[0];
    const blank = blankRanges(part, start, ranges, layout, { before, after });
    before = part.at(-1);
    if (blank !== null) store.rewritePart(start, blank);
  }
}

function forgetChecked(store: ImportStore, { generation }: CheckResult, person: PersonInFile, number: number): void {
  const digits = String(number);
  for (let chunk = 0; ; chunk += 1) {
    const numbers = store.numbers(generation, chunk);
    if (numbers.length === 0) break;
    if (numbers.includes(number))
      store.rewriteNumbers(
        generation,
        chunk,
        numbers.map((each) => (each === number ? ERASED_NUMBER : each)),
        store.marks(generation, chunk)?.map((mark, at) => (numbers[at] === number ? 0 : mark)) ?? null,
      );
  }
  for (let chunk = 0; ; chunk += 1) {
    const issues = store.issues(generation, chunk);
    if (issues.length === 0) break;
    const isTheirs = ({ line, value }: (typeof issues)[number]): boolean =>
      person.lines.has(line) || holdsDigits(value, digits);
    if (issues.some((issue) => isTheirs(issue) || says(issue, digits)))
      store.rewriteIssues(
        generation,
        chunk,
        issues.map((issue) => masked(isTheirs(issue) ? { ...issue, value: '' } : issue, digits)),
      );
  }
  for (const { rule, first, body } of store.everySkip(generation)) {
    const [at, end] = placesOf(body, number);
    if (at < end) store.rewriteSkips(generation, rule, first, packNumbers(unpackNumbers(body).filter(isNot(number))));
  }
}

const isNot =
  (number: number) =>
  (each: number): boolean =>
    each !== number;

function placesIn(store: ImportStore, generation: number, number: number): number[] {
  const places: number[] = [];
  let first = 0;
  for (let chunk = 0; ; chunk += 1) {
    const numbers = store.numbers(generation, chunk);
    if (numbers.length === 0) return places;
    for (let at = numbers.indexOf(number); at >= 0; at = numbers.indexOf(number, at + 1)) places.push(first + at);
    first += numbers.length;
  }
}

/** Text that people wrote to be said to everybody is not about this person, whatever number stands in it. */
const OF_THE_TEAM = new Set(['template', 'savedTemplate', 'adjust']);

function says(value: object, digits: string): boolean {
  return textsOf(value).some((text) => holdsDigits(text, digits));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (OF_THE_TEAM.has(key) ? [] : textsOf(each)));
}

/** The record without the person's digits. A sample row of the file that holds them is removed as a whole. */
export function maskedRecord(record: ImportRecord, digits: string): ImportRecord {
  const { check } = record;
  if (check === null) return masked(record, digits);
  const samples = check.shape.samples.map((cells) =>
    cells.some((cell) => holdsDigits(cell, digits)) ? cells.map(() => '') : cells,
  );
  return masked({ ...record, check: { ...check, shape: { ...check.shape, samples } } }, digits);
}

/** The same object, with the number made unreadable in every text. */
function masked<T extends object>(value: T, digits: string): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same fields, with other text in some
  return says(value, digits) ? (maskedValue(value, digits) as T) : value;
}

function maskedValue(value: unknown, digits: string): unknown {
  if (typeof value === 'string') return holdsDigits(value, digits) ? maskedText(value, digits) : value;
  if (Array.isArray(value)) return value.map((each) => maskedValue(each, digits));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, OF_THE_TEAM.has(key) ? each : maskedValue(each, digits)]),
  );
}

function maskedText(text: string, digits: string): string {
  const short = maskNumbers(text);
  return holdsDigits(short, digits) ? short.replaceAll(/\p{Nd}/gu, 'x') : short;
}
