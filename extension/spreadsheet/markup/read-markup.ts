import { NOT_COMPUTED } from '../raw-sheet.ts';
import type { RawSheet } from '../raw-sheet.ts';
import { markFormulas } from '../formula-cells.ts';
import { decodeMarkup } from './decode-markup.ts';
import { markupTokens, plainText } from './markup-tokens.ts';
import { plainOpenDocument } from './plain-open-document.ts';
import { plainSpreadsheetXml } from './plain-spreadsheet-xml.ts';
import { readHtmlTables } from './read-html-tables.ts';
import { isMhtml, readMhtml } from './read-mhtml.ts';

/** What a file of markup is: sheets already, or a text the library reads. */
export type Markup =
  | { readonly is: 'sheets'; readonly sheets: readonly RawSheet[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'corrupt' };

const SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet/u;
const OPEN_DOCUMENT = /urn:oasis:names:tc:opendocument/u;
/** Excel names the sheets of a page in a comment that only Excel reads. */
const SHEET_NAME = /<x:ExcelWorksheet>\s*<x:Name>([^<]{1,200})<\/x:Name>/giu;

/** Reads a web page, that page in a mail, Excel's XML of 2003 or a flat OpenDocument, whatever its encoding. */
export function readMarkup(bytes: Uint8Array): Markup {
  const text = decodeMarkup(bytes);
  const root = rootOf(text);
  if (root !== 'html' && SPREADSHEET.test(text) && /<(?:\w+:)?Worksheet\b/u.test(text))
    return textUnlessNull(plainSpreadsheetXml(text, NOT_COMPUTED));
  if (root !== 'html' && OPEN_DOCUMENT.test(text)) return textUnlessNull(plainOpenDocument(text));
  const pages = isMhtml(text) ? readMhtml(latin1(bytes)) : [text];
  return { is: 'sheets', sheets: pages.flatMap(sheetsOfPage) };
}

function textUnlessNull(text: string | null): Markup {
  return text === null ? { is: 'corrupt' } : { is: 'text', text };
}

function rootOf(text: string): string | undefined {
  for (const token of markupTokens(text.slice(0, 64 * 1024))) if (token.is === 'open') return token.name;
  return undefined;
}

function sheetsOfPage(html: string): RawSheet[] {
  const tables = readHtmlTables(html);
  const names = [...html.matchAll(SHEET_NAME)].map(([, name = '']) => plainText(name).trim());
  return tables.map(({ rows, hiddenRows, hiddenColumns }, at) => {
    markFormulas(rows, false);
    // A page of one sheet may hold small tables beside it: its name belongs to none of several.
    const name = tables.length === 1 && names.length === 1 ? names[0] : undefined;
    return { name: name ?? `Sheet${at + 1}`, isHidden: false, cells: rows, hiddenRows, hiddenColumns };
  });
}

/** A character a byte: the parts of a mail have each an encoding of their own. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return text;
}
