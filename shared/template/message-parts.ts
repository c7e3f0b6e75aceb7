import { MESSAGE_PART_SEPTETS, MESSAGE_PART_UNITS, MESSAGE_SEPTETS, MESSAGE_UNITS } from '../limits.ts';

/**
 * How an SMS is made up. `plain`: it uses only the alphabet of GSM 03.38; any other text costs more than twice as much.
 */
export type MessageParts = { readonly chars: number; readonly parts: number; readonly plain: boolean };

/** GSM 03.38's basic table. */
const PLAIN = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: each of these takes two places. */
const DOUBLE = new Set('\f^{}\\[~]|€');

/** How many places each ASCII character takes in that alphabet; 0 if it is not part of it. */
const PLACES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return PLAIN.has(char) ? 1 : DOUBLE.has(char) ? 2 : 0;
});

/** The same number of parts, fast enough for a million messages: most are one part, which their length shows. */
export function countMessageParts(text: string): number {
  // True in any alphabet: no character of the plain one takes more than two places.
  if (text.length <= MESSAGE_UNITS) return text === '' ? 0 : 1;
  let places = 0;
  for (let at = 0; at < text.length && places <= MESSAGE_SEPTETS; at += 1) {
    places += PLACES[text.charCodeAt(at)] || MESSAGE_SEPTETS + 1;
  }
  return places <= MESSAGE_SEPTETS ? 1 : messageParts(text).parts;
}

/** How many messages a text is sent as; each is billed. An empty text is none. */
export function messageParts(text: string): MessageParts {
  const chars = Array.from(text);
  const plain = chars.every((char) => PLAIN.has(char) || DOUBLE.has(char));
  const sizes = chars.map((char) => (plain ? (DOUBLE.has(char) ? 2 : 1) : char.length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole === 0) return { chars: 0, parts: 0, plain };
  if (whole <= (plain ? MESSAGE_SEPTETS : MESSAGE_UNITS)) return { chars: chars.length, parts: 1, plain };
  return { chars: chars.length, parts: countParts(sizes, plain ? MESSAGE_PART_SEPTETS : MESSAGE_PART_UNITS), plain };
}

/** Characters are not split: one that needs two places and finds one begins the next part. */
function countParts(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
