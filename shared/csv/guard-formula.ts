/** What Excel, LibreOffice and Sheets take for the beginning of a formula; full-width signs are the same to Excel. */
const SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B';
/** They look over white space, no-break spaces and what is invisible before it. */
const BEGINS = new RegExp(`^[\\p{White_Space}\\p{Cc}\\p{Cf}]*[${SIGNS}]`, 'u');
/**
 * Where a cell may begin within a cell: Excel splits at semicolons where they part lists, and then takes the quotes around
 * a cell for text, so a line of it is a row.
 */
const SPLITS = /([;\t\r\n\v\f\u0085\u2028\u2029])/u;
const ANYWHERE = new RegExp(`[${SIGNS}\\t\\r]`, 'u');
/** A phone number or a negative amount begins like a formula and is none. */
const NUMBER = /^[+-][\d\s().,-]*$/u;

/**
 * A cell that no spreadsheet runs: an apostrophe goes before whatever would begin a formula, which says "this is text".
 * `numbersToo`: also before a sign that begins a number, where a spreadsheet would work it out.
 */
export function guardFormula(text: string, numbersToo = false): string {
  if (!ANYWHERE.test(text)) return text;
  const runs = (piece: string): boolean => BEGINS.test(piece) && (numbersToo || !NUMBER.test(piece));
  const [first = '', ...rest] = text.split(SPLITS);
  const guarded = rest.map((piece) => (BEGINS.test(piece) && !NUMBER.test(piece) ? `'${piece}` : piece));
  const begins = runs(text) || runs(first) || /^[\t\r]/u.test(text);
  return `${begins ? "'" : ''}${[first, ...guarded].join('')}`;
}
