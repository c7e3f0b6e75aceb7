import { judgeNumber } from '../../shared/phone/judge-number.ts';

const BARE_DIGITS = /^[1-9]\d{6,14}$/;

/**
 * A number that Exotel tells, as E.164; null where it is none. Exotel writes digits: no spreadsheet rounded them, so zeros
 * at the end are zeros, and what is no number of the account's country may be one with its own country's code.
 */
export function readToldNumber(text: string, country: string): string | null {
  const bare = text.trim();
  const ways = BARE_DIGITS.test(bare) ? [bare, `0${bare}`, `+${bare}`] : [text];
  for (const way of ways) {
    const judged = judgeNumber(way, country);
    if (judged.ok) return judged.value;
  }
  return null;
}
