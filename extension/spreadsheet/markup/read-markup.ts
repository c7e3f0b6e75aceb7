import { NOT_COMPUTED } from '../raw-sheet.ts';
import type { RawSheet } from '../raw-sheet.ts';
import { markFormulas } from '../formula-cells.ts';
import { decodeMarkup } from './decode-markup.ts';
import { markupTokens, plainText } from './markup-tokens.ts';
import { plainOpenDocument } from './plain-open-document.ts';
import { plainSpreadsheetXml } from './plain-spreadsheet-xml.ts';
import { readHtmlTables } from './read-html-tables.ts';
import { isMhtml, readMhtml } from './read-mhtml.ts';

/** What a markup file contains: sheets already, or a text that the library reads. */
export type Markup =
  | { readonly is: 'sheets'; readonly sheets: readonly RawSheet[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'corrupt' };

const SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet/u;
const OPEN_DOCUMENT = /urn:oasis:names:tc:opendocument/u;
/** Excel names a page's sheets in a comment that only Excel reads. */
const SHEET_NAME = /<x:ExcelWorksheet>\s*<x:Name>([^<]{1,200})<\/x:Name>/giu;

/** Reads a web page, such a page in a mail, Excel's 2003 XML or a flat OpenDocument, in any encoding. */
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
    // A page of one sheet may have small tables beside it, so with several tables the name belongs to none of them.
    const name = tables.length === 1 && names.length === 1 ? names[0] : undefined;
    return { name: name ?? `Sheet${at + 1}`, isHidden: false, cells: rows, hiddenRows, hiddenColumns };
  });
}

/** One character per byte, because each part of a mail has an encoding of its own. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return text;
}
