import { MAX_VARIABLE_CHARS } from '../limits.ts';

const SPACES = /[\s\p{Cc}]+/gu;
/** A value must not become a variable, were Exotel to look for the next one in what the last one left. */
const MARKS = /@+(?=@)|[@ ]+$/g;
const TO_MEND = /[^\S ]| {2}|^ | $|[\p{Cc}\p{Cs}@]/u;

/** A cell as it travels and is said: one line, no outer blanks, at most `MAX_VARIABLE_CHARS`. Empty is missing. */
export function spokenValue(cell: string | undefined): string {
  const text = cell ?? '';
  if (text.length <= MAX_VARIABLE_CHARS && !TO_MEND.test(text)) return text;
  const line = cut(text, MAX_VARIABLE_CHARS * 4)
    .replaceAll(SPACES, ' ')
    .trim();
  return cut(line, MAX_VARIABLE_CHARS).replaceAll(MARKS, '').toWellFormed();
}

/** Whether a cell holds more than travels. */
export function isShortened(cell: string): boolean {
  return cell.length > MAX_VARIABLE_CHARS && cell.replaceAll(SPACES, ' ').trim().length > MAX_VARIABLE_CHARS;
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  return text.slice(0, (text.codePointAt(length - 1) ?? 0) > 0xffff ? length - 1 : length);
}
