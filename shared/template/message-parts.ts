import { MESSAGE_PART_SEPTETS, MESSAGE_PART_UNITS, MESSAGE_SEPTETS, MESSAGE_UNITS } from '../limits.ts';

/** What a message of SMS is made of. `plain` is the alphabet of GSM 03.38, everything else costs more than twice as much. */
export type MessageParts = { readonly chars: number; readonly parts: number; readonly plain: boolean };

/** GSM 03.38's basic table. */
const PLAIN = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: each takes two places. */
const DOUBLE = new Set('\f^{}\\[~]|€');

/** Places that each character of ASCII takes in it; 0 for those it has not. */
const PLACES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return PLAIN.has(char) ? 1 : DOUBLE.has(char) ? 2 : 0;
});

/** The same count of parts, for a million messages: most are one, which is seen without taking them apart. */
export function countMessageParts(text: string): number {
  // Whatever the alphabet: of the plain one none takes more than two places.
  if (text.length <= MESSAGE_UNITS) return text === '' ? 0 : 1;
  let places = 0;
  for (let at = 0; at < text.length && places <= MESSAGE_SEPTETS; at += 1) {
    places += PLACES[text.charCodeAt(at)] || MESSAGE_SEPTETS + 1;
  }
  return places <= MESSAGE_SEPTETS ? 1 : messageParts(text).parts;
}

/** How many messages a text is sent as, each of which is billed. An empty text is none. */
export function messageParts(text: string): MessageParts {
  const chars = Array.from(text);
  const plain = chars.every((char) => PLAIN.has(char) || DOUBLE.has(char));
  const sizes = chars.map((char) => (plain ? (DOUBLE.has(char) ? 2 : 1) : char.length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole === 0) return { chars: 0, parts: 0, plain };
  if (whole <= (plain ? MESSAGE_SEPTETS : MESSAGE_UNITS)) return { chars: chars.length, parts: 1, plain };
  return { chars: chars.length, parts: countParts(sizes, plain ? MESSAGE_PART_SEPTETS : MESSAGE_PART_UNITS), plain };
}

/** No character is torn: one that needs two places and finds one begins the next part. */
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
