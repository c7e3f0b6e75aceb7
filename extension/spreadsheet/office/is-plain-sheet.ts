import { isRow } from './cell-place.ts';
import { NUMBER } from './plain-cell.ts';

const ROW =
  /<row r="(\d{1,7})"(?: (?:spans|s|customFormat|ht|customHeight|hidden|collapsed|outlineLevel|thickTop|thickBot|ph|x14ac:dyDescent)="[^"<>&]*")*(\/?)>/y;
const CELL =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?: s="\d{1,6}")?(?: t="(s|n|str|inlineStr)")?(?: s="\d{1,6}")?(?:\/>|>(?:<v>([^<&]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is>)?<\/c>)/y;
const [BEGIN, END, ROW_END] = ['<sheetData>', '</sheetData>', '</row>'];
/** None of these has a place in a sheet that a spreadsheet wrote; a second table of rows neither. */
const ODD = ['<!--', '<![CDATA[', '<!DOCTYPE', '<sheetData', ':sheetData'];

/**
 * Whether a sheet is written as spreadsheets write theirs: each row and cell with its place, the places rising, numbers that
 * are numbers, texts that are there. Most are, and need no writing anew; a formula, an entity or a space more and it is not.
 */
export function isPlainSheet(xml: string, strings: number): boolean {
  const begin = xml.indexOf(BEGIN);
  const end = xml.indexOf(END, begin);
  if (begin === -1 || end === -1 || !/<\/worksheet>\s*$/u.test(xml.slice(-64))) return false;
  const around = [xml.slice(0, begin), xml.slice(end + END.length)];
  if (around.some((text) => ODD.some((mark) => text.includes(mark)) || /<\w+:|<c[\s>]/u.test(text))) return false;
  let at = begin + BEGIN.length;
  let row = 0;
  while (at < end) {
    ROW.lastIndex = at;
    const [whole = '', digits = '', closed = ''] = ROW.exec(xml) ?? [];
    const next = Number(digits);
    if (whole === '' || next <= row || !isRow(next)) return false;
    row = next;
    at += whole.length;
    if (closed !== '') continue;
    at = endOfCells(xml, at, digits, strings);
    if (!xml.startsWith(ROW_END, at)) return false;
    at += ROW_END.length;
  }
  return at === end;
}

/** Behind the last of the cells that are plain. */
function endOfCells(xml: string, from: number, row: string, strings: number): number {
  let at = from;
  let column = '';
  for (;;) {
    CELL.lastIndex = at;
    const found = CELL.exec(xml);
    if (found === null) return at;
    const [whole, letters = '', digits, type = 'n', value, inline] = found;
    const rises = letters.length > column.length || (letters.length === column.length && letters > column);
    if (!rises || digits !== row || !holds(type, value, inline, strings)) return at;
    column = letters;
    at += whole.length;
  }
}

function holds(type: string, value: string | undefined, inline: string | undefined, strings: number): boolean {
  if (type === 'inlineStr') return inline !== undefined;
  if (inline !== undefined) return false;
  if (value === undefined || type === 'str') return type === 'n' || value !== undefined;
  return type === 's' ? /^\d+$/u.test(value) && Number(value) < strings : NUMBER.test(value);
}
