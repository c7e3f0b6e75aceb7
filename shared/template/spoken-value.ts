import { MAX_VARIABLE_CHARS } from '../limits.ts';

const SPACES = /[\s\p{Cc}]+/gu;
/** A value must not become a variable: Exotel might search the result of a replacement for the next one. */
const MARKS = /@+(?=@)|[@ ]+$/g;
const TO_MEND = /[^\S ]| {2}|^ | $|[\p{Cc}\p{Cs}@]/u;

/**
 * A cell as it is sent and spoken: one line, without outer blanks, at most `MAX_VARIABLE_CHARS`. Empty means missing.
 */
export function spokenValue(cell: string | undefined): string {
  const text = cell ?? '';
  if (text.length <= MAX_VARIABLE_CHARS && !TO_MEND.test(text)) return text;
  const line = cut(text, MAX_VARIABLE_CHARS * 4)
    .replaceAll(SPACES, ' ')
    .trim();
  return cut(line, MAX_VARIABLE_CHARS).replaceAll(MARKS, '').toWellFormed();
}

/** Whether a cell holds more than is sent. */
export function isShortened(cell: string): boolean {
  return cell.length > MAX_VARIABLE_CHARS && cell.replaceAll(SPACES, ' ').trim().length > MAX_VARIABLE_CHARS;
}

/** Never cuts through a character. */
function cut(text: string, length: number): string {
  return text.slice(0, (text.codePointAt(length - 1) ?? 0) > 0xffff ? length - 1 : length);
}
