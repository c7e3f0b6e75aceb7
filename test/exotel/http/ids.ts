/** Ids and random draws, all derived from a seed: the same requests in the same order make the same ledger. */

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit hash of a text; equal seeds and texts give equal numbers. */
export function hash32(seed: number, text: string): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) + 0x9e3779b9;
  return mix(h);
}

/** A number in [0, 1) that depends only on the arguments. */
export function fraction(seed: number, text: string): number {
  return hash32(seed, text) / 4_294_967_296;
}

/** 32 hex digits, the form of a request id, a list sid or an old campaign sid. */
export function hexId(seed: number, text: string): string {
  let id = '';
  for (let part = 0; part < 4; part += 1) {
    id += mix(hash32(seed + Math.imul(part, 0x27d4eb2f), text) ^ part)
      .toString(16)
      .padStart(8, '0');
  }
  return id;
}

const IST_OFFSET_MS = 19_800_000;

/** The four characters that end campaign ids and call sids: base36 of year-1980, month and day (`1688` is 2022-08-08). */
export function dateStamp(ms: number): string {
  const date = new Date(ms + IST_OFFSET_MS);
  const year = (date.getUTCFullYear() - 1980).toString(36).padStart(2, '0');
  return `${year}${(date.getUTCMonth() + 1).toString(36)}${date.getUTCDate().toString(36)}`;
}

/** 36 characters: 32 hex digits and the stamp of the day on which the campaign was created. */
export function campaignId(seed: number, ordinal: number, ms: number): string {
  return hexId(seed, `campaign ${ordinal}`) + dateStamp(ms);
}

/** 32 characters: 28 hex digits and the stamp of the day of the call. */
export function callSid(seed: number, ordinal: number, call: number, ms: number): string {
  return hexId(seed, `call ${ordinal} ${call}`).slice(0, 28) + dateStamp(ms);
}
