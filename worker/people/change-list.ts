import { NumberScreen } from '../../shared/people/number-screen.ts';
import { readPacked, unpackNumbers } from '../../shared/people/packed-numbers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { newId } from '../new-id.ts';
import { erasedAmong } from './one-person.ts';
import type { OptOut } from './opt-outs.ts';
import { readUpload } from './read-upload.ts';
import type { SuppressUpload, UploadResult } from '../../shared/people/suppression.ts';
import type { Fault } from '../errors.ts';
import type { PeopleStores } from './screen-people.ts';
import type { Entry } from './suppression-store.ts';
import type { Upload } from './upload-store.ts';

export type AddEntry = Omit<Entry, 'id' | 'at'>;

/**
 * Adds one entry. A number that is already listed with this scope and source is not added twice: it stays for the
 * longer of the two times.
 */
export function addEntry(stores: PeopleStores, input: AddEntry, now: number): { created: boolean; entry: Entry } {
  const known = stores.entries
    .entriesOf(input.number)
    .find(
      ({ channel, group, source, expiresAt }) =>
        channel === input.channel &&
        group === input.group &&
        source === input.source &&
        (expiresAt === null || expiresAt > now),
    );
  if (known === undefined) {
    const entry: Entry = { ...input, id: newId(), at: now };
    stores.entries.add(entry);
    return { created: true, entry };
  }
  const { expiresAt: before } = known;
  const expiresAt = before === null || input.expiresAt === null ? null : Math.max(before, input.expiresAt);
  const entry = { ...known, expiresAt, note: input.note ?? known.note };
  stores.entries.add(entry);
  return { created: false, entry };
}

/** Adds opt-outs. Erased people are already listed as hashes. Answers the new entries. */
export function addOptOuts(
  stores: PeopleStores,
  optOuts: readonly OptOut[],
  importName: string | null,
  now: number,
): Entry[] {
  const made: Entry[] = [];
  const erased = erasedAmong(
    stores,
    optOuts.map(({ number }) => number),
  );
  for (const optOut of optOuts.filter(({ number }) => !erased.has(number))) {
    const { call } = optOut;
    const entry = { ...optOut, group: null, by: 'Exotel', note: null, expiresAt: null, importName, row: null };
    const added = addEntry(stores, { ...entry, call: call === '' ? null : call }, now);
    if (added.created) made.push(added.entry);
  }
  return made;
}

/** Removes an entry; false if there is none. Who removed it, when and why, is noted. */
export function removeEntry(
  stores: PeopleStores,
  id: string,
  removal: { readonly by: string; readonly at: number; readonly reason: string },
): boolean {
  const entry = stores.entries.entry(id);
  if (entry !== null) {
    stores.entries.remove(id);
    stores.entries.noteRemoval({ ...removal, number: entry.number, source: entry.source });
    return true;
  }
  if (stores.entries.erased().some((person) => person.id === id)) {
    stores.entries.removeErased(id);
    return true;
  }
  const [uploadId = '', placeText = ''] = id.split('.');
  const upload = stores.uploads.upload(uploadId);
  const number = upload === null || !/^\d{1,9}$/.test(placeText) ? null : numberAt(stores, upload, Number(placeText));
  if (number === null) return false;
  stores.uploads.takeOut(uploadId, Number(placeText));
  stores.entries.noteRemoval({ ...removal, number, source: 'upload' });
  return true;
}

function numberAt({ uploads }: PeopleStores, upload: Upload, place: number): number | null {
  if (uploads.takenOut(upload.id).has(place)) return null;
  for (const { body, first, count } of uploads.chunks(upload.id)) {
    if (place >= first && place < first + count) return unpackNumbers(body)[place - first] ?? null;
  }
  return null;
}

export type TakeUpload = SuppressUpload & { readonly by: string };

const NOTHING_TO_REPLACE_WITH: Fault = {
  code: 'invalid_file',
  exact: 'no_numbers',
  message: 'No number of this file can be read, so it replaces nothing. Correct the file and send it again.',
};

/**
 * Takes in a file of people not to be called: reads all of it, counts it and, unless this is only a preview, stores it.
 */
export async function takeUpload(
  stores: PeopleStores,
  input: TakeUpload & { readonly country: string },
  body: ReadableStream<Uint8Array>,
  now: () => number,
): Promise<Result<UploadResult, Fault>> {
  const read = await readUpload(body, input.country);
  if (!read.ok) return read;
  const { rows, repeated, unreadable, unreadableRows, columns, unreadColumns } = read.value;
  if (input.mode === 'replace' && read.value.numbers.length === 0) return err(NOTHING_TO_REPLACE_WITH);
  const erased = erasedAmong(stores, read.value.numbers);
  const numbers = erased.size === 0 ? read.value.numbers : read.value.numbers.filter((number) => !erased.has(number));
  const id = newId();
  const replaces = input.mode === 'replace' ? stores.uploads.uploads().filter(({ name }) => name === input.name) : [];
  const known = countKnown(stores, numbers, input, now());
  if (input.preview === 'false') {
    const { name, channel, group, note, by } = input;
    const expiresAt = input.expires === null ? null : Date.parse(input.expires);
    stores.uploads.add({ id, name, channel, group, by, at: now(), note, expiresAt, numbers: numbers.length }, numbers);
    if (input.mode === 'replace') stores.uploads.replace(input.name, id);
  }
  return ok({
    upload: input.preview === 'true' ? null : id,
    name: input.name,
    rows,
    added: numbers.length - known,
    known: known + repeated + erased.size,
    unreadable,
    replaced: replaces.reduce((sum, upload) => sum + upload.numbers, 0),
    unreadableRows,
    columns,
    unreadColumns,
  });
}

/** How many numbers an existing entry already holds back to at least the same extent. */
function countKnown(stores: PeopleStores, numbers: Float64Array, scope: SuppressUpload, now: number): number {
  const screen = new NumberScreen(numbers);
  const isKnown = new Uint8Array(numbers.length);
  const covers = (entry: {
    readonly channel: string | null;
    readonly group: string | null;
    readonly expiresAt: number | null;
  }) =>
    (entry.channel === null || entry.channel === scope.channel) &&
    (entry.group === null || entry.group === scope.group) &&
    (entry.expiresAt === null || entry.expiresAt > now);
  for (const upload of stores.uploads.uploads()) {
    if (!covers(upload)) continue;
    const out = stores.uploads.takenOut(upload.id);
    for (const { body, first } of stores.uploads.chunks(upload.id)) {
      for (const group of readPacked(body) ?? []) {
        screen.each(group, (place, inList) => {
          if (!out.has(first + inList)) isKnown[place] = 1;
        });
      }
    }
  }
  for (const entry of stores.entries.all()) {
    const place = covers(entry) ? screen.placeOf(entry.number) : -1;
    if (place >= 0) isKnown[place] = 1;
  }
  return isKnown.reduce((sum, known) => sum + known, 0);
}
