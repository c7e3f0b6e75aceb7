import { packNumbers, unpackNumbers } from './packed-numbers.ts';
import type { ScreenHits, SkipReason } from './screen-answer.ts';

/**
 * Which of many numbers are not called, as few bytes: `[length of the head, numbers listed, numbers called recently]`,
 * 32 bits each, little-endian; a JSON head with the reasons, padded with spaces to four bytes; then both sets of packed
 * numbers, and for each number the place of its reason, 32 bits.
 */
export function packHits(hits: ScreenHits): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(hits.reasons);
  const encoded = new TextEncoder().encode(text);
  const head = new Uint8Array(Math.ceil(encoded.length / 4) * 4).fill(0x20);
  head.set(encoded);
  const listed = packNumbers(hits.suppressed);
  const called = packNumbers(hits.calledRecently);
  const lengths = Uint32Array.of(head.length, listed.length, called.length);
  const parts = [lengths, head, listed, called, hits.suppressedBy, hits.calledBy];
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return whole;
}

/** Null for bytes that `packHits` did not make. */
export function unpackHits(bytes: Uint8Array): ScreenHits | null {
  const own = bytes.slice();
  if (own.length < 12 || own.length % 4 !== 0) return null;
  const [head = 0, listed = 0, called = 0] = new Uint32Array(own.buffer, 0, 3);
  const starts = [12, 12 + head, 12 + head + listed, 12 + head + listed + called];
  const [headAt = 0, listedAt = 0, calledAt = 0, byAt = 0] = starts;
  if (byAt > own.length || head % 4 !== 0 || listed % 4 !== 0 || called % 4 !== 0) return null;
  const suppressed = unpackNumbers(own.subarray(listedAt, calledAt));
  const calledRecently = unpackNumbers(own.subarray(calledAt, byAt));
  if (own.length !== byAt + (suppressed.length + calledRecently.length) * 4) return null;
  const by = new Uint32Array(own.buffer, byAt);
  const reasons = readReasons(own.subarray(headAt, listedAt));
  if (reasons === null || by.some((place) => place >= reasons.length)) return null;
  return {
    suppressed,
    calledRecently,
    suppressedBy: by.slice(0, suppressed.length),
    calledBy: by.slice(suppressed.length),
    reasons,
  };
}

function readReasons(bytes: Uint8Array): readonly SkipReason[] | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(read) && read.every(isReason) ? read : null;
  } catch {
    return null;
  }
}

/** Checked by hand, so that the thread that checks files needs no library for six fields. */
function isReason(read: unknown): read is SkipReason {
  if (typeof read !== 'object' || read === null) return false;
  const said = new Map<string, unknown>(Object.entries(read));
  const rule = said.get('rule');
  return (
    (rule === 'suppressed' || rule === 'called_recently') &&
    ['detail', 'since', 'by'].every((key) => typeof said.get(key) === 'string') &&
    ['importName', 'note'].every((key) => said.get(key) === null || typeof said.get(key) === 'string')
  );
}
