import { NUMBER } from '../office/plain-cell.ts';
import { escapeMarkup, attributesOf, markupTokens, plainText } from './markup-tokens.ts';

/** Element names of Excel's 2003 XML; the library knows them only in this spelling. */
const ELEMENTS = new Map(
  ['Workbook', 'Styles', 'Style', 'NumberFormat', 'Worksheet', 'Table', 'Column', 'Row', 'Cell', 'Data']
    .concat(['WorksheetOptions', 'Visible', 'ExcelWorkbook', 'Date1904'])
    .map((name) => [name.toLowerCase(), name]),
);
const ATTRIBUTES = new Map(
  ['ID', 'Name', 'Parent', 'Format', 'Index', 'Span', 'Hidden', 'Height', 'Width', 'StyleID', 'Formula', 'Type']
    .concat(['MergeAcross', 'MergeDown'])
    .map((name) => [name.toLowerCase(), name]),
);
/** Elements whose text counts; between others there is only white space for readability. */
const SAYING: ReadonlySet<string> = new Set(['Data', 'Visible', 'Date1904']);
const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/**
 * Excel's XML of 2003 as Excel itself writes it, from whatever spelling: other prefixes or none, single quotes, comments,
 * CDATA, text in formats. What is neither cell nor format is left out. `notComputed` stands in for a formula without a value.
 * Null where it is cut off, or a cell is said to stand where another one is: Excel refuses both, the library keeps the last.
 */
export function plainSpreadsheetXml(xml: string, notComputed: string): string | null {
  const out = ['<?xml version="1.0"?>\n'];
  let isSaying = false;
  let hasFormula = false;
  const last = { Row: 0, Cell: 0 };
  let ended = '';
  /** Where in the text the data of the cell begins. */
  let data: { readonly at: number; readonly isNumber: boolean } | null = null;
  const fillCell = (): void => {
    if (hasFormula) out.push(`<Data ss:Type="String">${escapeMarkup(notComputed)}</Data>`);
    hasFormula = false;
  };
  for (const token of markupTokens(xml)) {
    if (token.is === 'text') {
      if (isSaying) out.push(token.text);
      continue;
    }
    ended = token.is === 'close' ? token.name : '';
    const element = ELEMENTS.get(token.name);
    if (element === undefined) continue;
    if (token.is === 'close') {
      if (element === 'Cell') fillCell();
      if (element === 'Data' && data?.isNumber === true && !NUMBER.test(plainText(out.slice(data.at).join('')).trim()))
        out[data.at - 1] = '<Data ss:Type="String">';
      isSaying = false;
      out.push(`</${element}>`);
      continue;
    }
    const attributes = attributesOf(token.attributes);
    if (element === 'Table') last.Row = 0;
    if (element === 'Row') last.Cell = 0;
    if (element === 'Row' || element === 'Cell') {
      const place = Number(attributes.get('index') ?? last[element] + 1);
      if (!(place > last[element])) return null;
      last[element] = place;
    }
    out.push(`<${tagOf(element, attributes)}>`);
    isSaying = SAYING.has(element) && !token.closed;
    if (element === 'Cell') {
      hasFormula = attributes.has('formula');
      data = null;
    }
    if (element === 'Data') {
      hasFormula = false;
      if (data !== null) return null;
      data = { at: out.length, isNumber: attributes.get('type') === 'Number' };
    }
    if (!token.closed) continue;
    if (element === 'Cell') fillCell();
    out.push(`</${element}>`);
  }
  return ended === 'workbook' ? out.join('') : null;
}

function tagOf(element: string, attributes: ReadonlyMap<string, string>): string {
  if (element === 'Workbook') return `Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}"`;
  let tag = element;
  for (const [name, value] of attributes) {
    const known = ATTRIBUTES.get(name);
    if (known !== undefined) tag += ` ss:${known}="${escapeMarkup(value)}"`;
  }
  return tag;
}
