import { judgeNumber } from '../../shared/phone/judge-number.ts';

const BARE_DIGITS = /^[1-9]\d{6,14}$/;

/**
 * A number in a report of Exotel, as E.164; null if it is none. No spreadsheet rounded Exotel's digits, so zeros at the
 * end are real. Digits that are no number of the account's country may be a number with another country's code.
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
