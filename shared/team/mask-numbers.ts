import { EXAMPLE_EXOPHONES, EXAMPLE_NUMBERS } from './example-numbers.ts';
import { cleanNumber, MAX_NUMBER_CHARS } from '../phone/clean-number.ts';
import { mendDecoding } from '../phone/mend-decoding.ts';
import { MIN_PHONE_DIGITS_SHOWN, VIEWER_DIGITS_SHOWN } from '../team-limits.ts';

const DAY = String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const INDIAN_DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d`;
const CLOCK = String.raw`[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?`;
/**
 * Things with many digits that are not phone numbers: days and instants, Exotel's hexadecimal ids (in call and campaign
 * ids the last four characters are the day, in base 36), UUIDs.
 */
const INSTANT = String.raw`(?<![\p{Nd}.+/-])(?:${DAY}|${INDIAN_DAY})(?:${CLOCK})?(?![\p{Nd}/-])`;
const HEX = String.raw`(?:[0-9a-f]{24,64}|(?:[0-9a-f]{28}|[0-9a-f]{32})[0-9a-z]{4})`;
const HEX_ID = String.raw`(?<![A-Za-z0-9])(?=[0-9a-f]*[a-f])${HEX}(?![A-Za-z0-9])`;
const UUID = String.raw`(?<![A-Za-z0-9-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![A-Za-z0-9-])`;
/** In a URL only digits in a row count as a number, so that a recording's address stays valid. */
const ADDRESS = String.raw`https?://[^\s"',<>\\]+`;
/** Digits of any script, with what people write between them; the end of a line or cell ends a number. */
const BETWEEN = String.raw`[^\p{L}\p{Nd}\n\r,;:"'{}[\]|&=]{0,6}`;
const NUMBER = String.raw`\p{Nd}(?:${BETWEEN}\p{Nd}){${MIN_PHONE_DIGITS_SHOWN - 1},}`;
/** Grouped by number formats: 9,876,543,210, 98,76,54,32,10 or 98765,43210. A comma between cells groups nothing. */
const GROUPED = String.raw`(?<![\p{Nd},'])(?:\p{Nd}{1,4}(?:[,']\p{Nd}{2,4}){2,}|\p{Nd}{5}[,']\p{Nd}{5}(?![\p{Nd},']))`;
/** Letters that people type for digits, if they stand among digits and not in a word: 6068O92888, 981130O|12. */
const LOOK_ALIKE = String.raw`(?:[OolIi|]+(?![\p{L}|]))`;
const MIXED = String.raw`(?<![\p{L}\p{Nd}])[OolIi]{0,3}\p{Nd}(?:${BETWEEN}(?:\p{Nd}|${LOOK_ALIKE})){${MIN_PHONE_DIGITS_SHOWN - 2},}`;
/** A number with such letters has at least this many real digits. */
const FEWEST_REAL_DIGITS = 6;
const EXAMPLES = [EXAMPLE_NUMBERS, EXAMPLE_EXOPHONES].map((text) => text.replace('+', String.raw`\+`)).join('|');
const PLAIN = new RegExp(`${NUMBER}|${GROUPED}`, 'gu');
const ALL = new RegExp(`(${EXAMPLES}|${INSTANT}|${HEX_ID}|${UUID})|(${ADDRESS})|(${MIXED})|${NUMBER}|${GROUPED}`, 'gu');
const IN_ADDRESS = new RegExp(`(${HEX_ID}|${UUID})|\\p{Nd}{${MIN_PHONE_DIGITS_SHOWN},}`, 'gu');
/** How JSON may escape a digit: a program that parses the text sees the digit. */
const ESCAPED_DIGIT = /\\u003(\d)/gi;
/** No count or size of ours has this many digits. */
const LEAST_PHONE = 1e9;
/** Fields with text from others, where any number may be somebody's. */
const FOREIGN = new Set(['body', 'row', 'query']);

/** The text as a viewer sees it: only the last three digits of each phone number. */
export function maskNumbers(text: string): string {
  const masked = maskPlain(text.replace(ESCAPED_DIGIT, '$1'));
  // Wrongly decoded Hindi digits are first restored, because the check and other tools read them too.
  const mended = /[\u0080-\u00ff]/u.test(masked) ? mendDecoding(masked) : masked;
  return mended === masked ? masked : keepUnless(masked, mended);
}

function keepUnless(masked: string, mended: string): string {
  const plain = maskPlain(mended);
  return plain === mended ? masked : plain;
}

function maskPlain(text: string): string {
  return text.replace(
    ALL,
    (found, kept: string | undefined, address: string | undefined, mixed: string | undefined) => {
      if (address !== undefined) return maskAddress(address);
      if (mixed !== undefined) return maskMixed(mixed);
      return kept === undefined ? maskDigits(found) : found;
    },
  );
}

function maskMixed(found: string): string {
  const parts = found.split('|');
  // Two numbers with a line between them are not one number with a letter.
  if (parts.length > 1 && parts.every(isWhole)) return parts.map(maskPlain).join('|');
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits >= FEWEST_REAL_DIGITS && /[OolIi|]/u.test(found)) return maskDigits(found, /[\p{Nd}OolIi|]/gu);
  return found.replace(PLAIN, (number) => maskDigits(number));
}

function isWhole(part: string): boolean {
  return (part.match(/\p{Nd}/gu)?.length ?? 0) >= MIN_PHONE_DIGITS_SHOWN;
}

/** Masks a text that is a single value: there commas group digits too, as the check reads them. */
function maskValue(text: string): string {
  const masked = maskNumbers(text);
  if (text.length > MAX_NUMBER_CHARS || !/\p{Nd}[,']/u.test(text)) return masked;
  const cleaned = cleanNumber(masked);
  return maskPlain(cleaned) === cleaned ? masked : maskDigits(masked, /[\p{Nd}OolIi|]/gu);
}

function maskAddress(address: string): string {
  return address.replace(IN_ADDRESS, (found, kept: string | undefined) =>
    kept === undefined ? maskDigits(found) : found,
  );
}

function maskDigits(number: string, each = /\p{Nd}/gu): string {
  const digits = Array.from(number.matchAll(each)).length;
  let at = 0;
  return number.replace(each, (digit) => {
    at += 1;
    return at > digits - VIEWER_DIGITS_SHOWN ? digit : 'x';
  });
}

/** Fields with ids, which clients send back; ids never contain a number of a person. */
const IDS = new Set(['id', 'sid', 'callSid', 'sha256', 'requestId', 'incarnation']);
/** No call has an id that looks like this, but somebody who reports a callback may put anything there. */
const PHONE_LIKE = /^\+?\d{10,15}$/;

/** Masks everything in a JSON value, at any depth. */
export function maskJson(value: unknown, least = LEAST_PHONE): unknown {
  if (typeof value === 'string') return maskValue(value);
  if (typeof value === 'number') return Math.abs(value) >= least ? maskNumbers(value.toFixed(0)) : value;
  if (Array.isArray(value)) return value.map((each) => maskJson(each, least));
  if (typeof value !== 'object' || value === null) return value;
  // A number may be hidden in bytes that are not text; because they cannot be masked, they are left out.
  if ('encoding' in value && value.encoding === 'base64') return { ...maskFields(value, least), body: '' };
  return maskFields(value, least);
}

function maskFields(value: object, least: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      maskNumbers(key),
      IDS.has(key) && typeof each === 'string' && !(key === 'callSid' && PHONE_LIKE.test(each))
        ? each
        : maskJson(each, FOREIGN.has(key) ? 10 ** (MIN_PHONE_DIGITS_SHOWN - 1) : least),
    ]),
  );
}
