import { readArchiveLine } from './callback-archive.ts';
import { factsOf, type KeptCallback } from '../callbacks/understand-callback.ts';

/**
 * A callback of one of our own campaigns, in the same shape as sink callbacks. `at` is the line's place in the
 * campaign; it stands in for the id of lines that have none.
 */
export function ownCallback(
  line: string,
  at: number,
  { id, country }: { readonly id: string; readonly country: string },
): KeptCallback | null {
  const archived = readArchiveLine(line);
  if (archived === null) return null;
  const { receivedAt, seq, kind, contentType, query, encoding, text } = archived;
  return {
    id: archived.id ?? `${id}-${seq}-${at}`,
    receivedAt,
    import: id,
    seq,
    kind,
    ...factsOf({ kind, body: encoding === null ? text : '', query }, country),
    method: 'POST',
    contentType,
    query,
    body: text,
    ...(encoding === null ? {} : { encoding }),
  };
}
