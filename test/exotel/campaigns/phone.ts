import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const E164 = /^\+[1-9]\d{6,14}$/;

/** The library is slow, and tests send the same people again and again. */
const read = new Map<string, string | null>();
const MOST_READ = 50_000;

/** The number that Exotel would dial, in E.164, or null. A number without a country code counts as Indian. */
export function readNumber(text: string): string | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MOST_READ) read.clear();
  const number = lookUp(text);
  read.set(text, number);
  return number;
}

function lookUp(text: string): string | null {
  if (E164.test(text)) return isValidPhoneNumber(text) ? text : null;
  if (!/^\d{6,15}$/.test(text)) return null;
  const parsed = parsePhoneNumberFromString(text, 'IN');
  return parsed?.isValid() === true ? parsed.number : null;
}

const INDIAN_MOBILE = /^\+91[6-9]\d{9}$/;

/** Whether an uploaded row's number is accepted: E.164 only. Indian mobiles, the usual case, skip the slow library. */
export function isUploadable(text: string): boolean {
  return INDIAN_MOBILE.test(text) || (E164.test(text) && isValidPhoneNumber(text));
}
