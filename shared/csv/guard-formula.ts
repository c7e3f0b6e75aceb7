/** Characters that begin a formula in Excel, LibreOffice and Sheets; Excel also accepts the full-width ones. */
const SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B';
/** Spreadsheets skip white space, no-break spaces and invisible characters before it. */
const BEGINS = new RegExp(`^[\\p{White_Space}\\p{Cc}\\p{Cf}]*[${SIGNS}]`, 'u');
/**
 * Places where a cell may begin inside a cell. Where semicolons separate lists, Excel splits at them and takes the
 * quotes around a cell for text, so a line inside it becomes a row.
 */
const SPLITS = /([;\t\r\n\v\f\u0085\u2028\u2029])/u;
const ANYWHERE = new RegExp(`[${SIGNS}\\t\\r]`, 'u');
/** A phone number or negative amount begins like a formula but is not one. */
const NUMBER = /^[+-][\d\s().,-]*$/u;

/**
 * Makes a cell that no spreadsheet executes: an apostrophe, which means "this is text", is put before anything that
 * would begin a formula. `numbersToo`: also before signed numbers, which a spreadsheet would calculate.
 */
export function guardFormula(text: string, numbersToo = false): string {
  if (!ANYWHERE.test(text)) return text;
  const runs = (piece: string): boolean => BEGINS.test(piece) && (numbersToo || !NUMBER.test(piece));
  const [first = '', ...rest] = text.split(SPLITS);
  const guarded = rest.map((piece) => (BEGINS.test(piece) && !NUMBER.test(piece) ? `'${piece}` : piece));
  const begins = runs(text) || runs(first) || /^[\t\r]/u.test(text);
  return `${begins ? "'" : ''}${[first, ...guarded].join('')}`;
}
