import { toE164 } from '../../shared/phone/judge-number.ts';
import { unpackNumbers } from '../../shared/people/packed-numbers.ts';
import { lastDigitsOf } from './screen-people.ts';
import type { Suppression } from '../../shared/people/suppression.ts';
import type { Entry, ErasedPerson, SuppressionStore } from './suppression-store.ts';
import type { Upload, UploadStore } from './upload-store.ts';

export interface SuppressionQuery {
  readonly search: string;
  readonly channel: string | null;
  readonly source: string | null;
  readonly upload: string | null;
}

const iso = (ms: number): string => new Date(ms).toISOString();

export function toSuppression(entry: Entry): Suppression {
  const { id, number, channel, group, source, by, at, note, expiresAt, importName, row, call } = entry;
  return {
    id,
    number: toE164(number),
    lastDigits: lastDigitsOf(number),
    erased: false,
    channel,
    group: toGroup(group),
    source,
    by,
    at: iso(at),
    note,
    expires: expiresAt === null ? null : iso(expiresAt),
    upload: null,
    import: importName,
    row,
    call,
  };
}

function toGroup(group: string | null): Suppression['group'] {
  return group === 'service' || group === 'promotional' || group === 'recovery' ? group : null;
}

export function uploadedSuppression(upload: Upload, place: number, number: number): Suppression {
  const { id, name, ...scope } = upload;
  return {
    ...toSuppression({
      ...scope,
      id: `${id}.${place}`,
      number,
      source: 'upload',
      importName: null,
      row: null,
      call: null,
    }),
    upload: { id, name },
  };
}

export function erasedSuppression({ id, lastDigits, by, at }: ErasedPerson): Suppression {
  return {
    id,
    number: null,
    lastDigits,
    erased: true,
    channel: null,
    group: null,
    source: 'hand',
    by,
    at: iso(at),
    note: null,
    expires: null,
    upload: null,
    import: null,
    row: null,
    call: null,
  };
}

/** First single entries (newest first), then erased people, then uploads (newest first), each by number. */
export function* listSuppressions(
  stores: { readonly entries: SuppressionStore; readonly uploads: UploadStore },
  query: SuppressionQuery,
): Iterable<Suppression> {
  const digits = query.search.replace(/\D/g, '');
  const words = query.search.toLowerCase();
  const isNumber = digits !== '' && !/[a-z]/i.test(query.search);
  const says = (text: string | null): boolean => text?.toLowerCase().includes(words) === true;
  const isSought = (item: Suppression): boolean =>
    query.search === '' ||
    (isNumber ? (item.number ?? item.lastDigits).includes(digits) : says(item.note) || says(item.by));
  const fits = (item: Pick<Suppression, 'channel' | 'source'>): boolean =>
    (query.channel === null || item.channel === null || item.channel === query.channel) &&
    (query.source === null || item.source === query.source);

  if (query.upload === null) {
    for (const entry of stores.entries.all()) {
      const item = toSuppression(entry);
      if (fits(item) && isSought(item)) yield item;
    }
    for (const person of stores.entries.erased()) {
      const item = erasedSuppression(person);
      if (fits(item) && isSought(item)) yield item;
    }
  }
  for (const upload of stores.uploads.uploads()) {
    if (query.upload !== null && query.upload !== upload.id) continue;
    if (!fits({ channel: upload.channel, source: 'upload' })) continue;
    const isAll = query.search === '' || (!isNumber && (says(upload.name) || says(upload.note) || says(upload.by)));
    if (!isAll && !isNumber) continue;
    const out = stores.uploads.takenOut(upload.id);
    for (const { body, first } of stores.uploads.chunks(upload.id)) {
      for (const [at, number] of unpackNumbers(body).entries()) {
        if (out.has(first + at) || (!isAll && !String(number).includes(digits))) continue;
        yield uploadedSuppression(upload, first + at, number);
      }
    }
  }
}
