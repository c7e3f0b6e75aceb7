import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { isWorkbook, kindOf } from '../../../extension/spreadsheet/spreadsheet-kind.ts';

const TABLE = '<table><tr><th>Name</th><th>Mobile</th></tr><tr><td>José</td><td>9876543210</td></tr></table>';
const PLAIN = 'Name,Mobile\nJosé,9876543210\n';
const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'latin1'));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return Uint8Array.from(littleEndian ? bytes : bytes.swap16());
}

function quotedPrintable(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replaceAll(/[^ -<>-~]/gu, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replaceAll(/.{70}(?=.{3})(?<!=.?)/gu, '$&=\r\n');
}

function mail(body: string, encoding: string, headers = 'MIME-Version: 1.0\r\n'): string {
  return [
    `${headers}Content-Type: multipart/related;\r\n\tboundary="----=_Next"`,
    '',
    'This document is a Single File Web Page.',
    '',
    '------=_Next',
    'Content-Location: file:///C:/leads_files/sheet001.htm',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Type: text/html; charset="utf-8"',
    '',
    body,
    '------=_Next',
    'Content-Location: file:///C:/leads_files/filelist.xml',
    'Content-Type: text/xml; charset="utf-8"',
    '',
    '<xml xmlns:o="urn:schemas-microsoft-com:office:office"/>',
    '------=_Next--',
    '',
  ].join('\r\n');
}

/** Excel's XML of 2003 with other prefixes: `s` for elements, `a` for attributes. */
function xml2003(s: string, a: string, quote = '"'): string {
  const tag = (name: string, ...attributes: string[]): string =>
    `<${[s + name, ...attributes.map((each) => each.replaceAll('"', quote))].join(' ')}>`;
  const row = (...cells: readonly (readonly [type: string, text: string])[]): string =>
    tag('Row') +
    cells
      .map(([type, text]) => `${tag('Cell')}${tag('Data', `${a}Type="${type}"`)}${text}</${s}Data></${s}Cell>`)
      .join('\n ') +
    `</${s}Row>\n`;
  const declared = [s, a].map((prefix) => (prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`));
  const root = [...new Set(declared)].map((name) => `${name}="${SPREADSHEET}"`);
  return `${tag('Workbook', ...root)}${tag('Worksheet', `${a}Name="Leads"`)}${tag('Table')}
${row(['String', 'Name'], ['String', 'Mobile'])}${row(['String', 'José'], ['Number', '9876543210'])}
</${s}Table></${s}Worksheet></${s}Workbook>`;
}

const SPELLINGS: Record<string, Uint8Array<ArrayBuffer>> = {
  'a page': utf8(`<html><body>${TABLE}</body></html>`),
  'a byte order mark first': utf8(`\uFEFF<html><body>${TABLE}</body></html>`),
  'blank lines first': utf8(
    `\r\n\r\n  <HTML><BODY>${TABLE.toUpperCase().replaceAll(/NAME|MOBILE|JOSÉ/gu, (word) => (word[0] ?? '') + word.slice(1).toLowerCase())}`,
  ),
  'a mark, blanks and a comment first': utf8(`\uFEFF \n<!-- report of > today -->\n<html>${TABLE}</html>`),
  'a table and nothing else': utf8(TABLE),
  'a comment and a table': utf8(`<!-- made by a report --><!-- twice -->${TABLE}`),
  'a doctype first': utf8(
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://w3.org/x.dtd">\n<html>${TABLE}</html>`,
  ),
  'a declaration of XML first': utf8(
    `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">${TABLE}</html>`,
  ),
  'a style first': utf8(`<style>td { color: red } /* <table> */</style>${TABLE}`),
  'a heading first': utf8(`<h3>Leads of March</h3><div>${TABLE}</div>`),
  'no closing tags': utf8('<table><tr><td>Name<td>Mobile<tr><td>José<td>9876543210</table>'),
  'no row at first': utf8('<table><thead><th>Name<th>Mobile</thead><tbody><tr><td>José</td><td>9876543210</table>'),
  'quotes, entities and fonts in cells': utf8(
    `<table border=0 title='a > b'><tr><td><b>Name</b></td><td><font face="a>b">Mo&#98;ile</font></td></tr><tr><td>Jos&eacute;</td><td>&nbsp;98765&#52;3210 </td></tr></table>`,
  ),
  'a named encoding': latin1(`<html><meta charset="iso-8859-1">${TABLE}</html>`),
  'an encoding that is not named': latin1(`<html>${TABLE}</html>`),
  'UTF-16 with a mark': utf16(`<html><meta charset="utf-16">${TABLE}</html>`, true, true),
  'UTF-16, large first, with a mark': utf16(`<html>${TABLE}</html>`, false, true),
  'UTF-16 without a mark': utf16(`<html>${TABLE}</html>`, true, false),
  'UTF-16, large first, without a mark': utf16(`<table>${TABLE.slice(7)}`, false, false),
  'a long style before the table': utf8(`<html><style>${'.a { color: red }\n'.repeat(8_000)}</style>${TABLE}`),
  'a mail': utf8(mail(`<html>${TABLE}</html>`, '8bit')),
  'a mail in quoted-printable': utf8(mail(quotedPrintable(`<html x=3D>${TABLE}</html>`), 'quoted-printable')),
  'a mail in base64': utf8(
    mail(Buffer.from(`<html>${TABLE}</html>`).toString('base64').replaceAll(/.{76}/gu, '$&\r\n'), 'base64'),
  ),
  'a mail with other headers first': utf8(
    mail(
      `<html>${TABLE}</html>`,
      '7bit',
      'From: <Saved by Blink>\r\nSubject: Leads\r\nDate: Sun, 1 Feb 2026\r\nMIME-Version: 1.0\r\n',
    ),
  ),
  'a mail with a mark, and line ends of Unix': utf8(
    `\uFEFF${mail(`<html>${TABLE}</html>`, '8bit').replaceAll('\r\n', '\n')}`,
  ),
  'a mail within a mail': utf8(
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\n${mail(`<html>${TABLE}</html>`, '8bit', '')}\n--outer--\n`,
  ),
  'a mail of one part': utf8(
    `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(TABLE).toString('base64')}`,
  ),
  'XML as Excel writes it': utf8(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n${xml2003('', 'ss:')}`,
  ),
  'XML with a prefix everywhere': utf8(`<?xml version="1.0"?>${xml2003('ss:', 'ss:')}`),
  'XML with prefixes of its own': utf8(
    `<?xml version='1.0' encoding='UTF-8'?>\n<!-- export -->\n${xml2003('x:', 'y:')}`,
  ),
  'XML without prefixes': utf8(`<?xml version="1.0"?>${xml2003('', '')}`),
  'XML in single quotes': utf8(`<?xml version='1.0'?>${xml2003('', 'ss:', "'")}`),
  'XML without a declaration': utf8(`\n<!-- export -->${xml2003('ss:', 'ss:')}`),
  'XML with a mark': utf8(`\uFEFF<?xml version="1.0"?>${xml2003('', 'ss:')}`),
  'XML in UTF-16': utf16(`<?xml version="1.0" encoding="UTF-16"?>${xml2003('', 'ss:')}`, true, true),
  'XML in Latin-1': latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml2003('', 'ss:')}`),
  'XML with a document type': utf8(`<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "b">]>${xml2003('', 'ss:')}`),
  'XML with CDATA': utf8(`<?xml version="1.0"?>${xml2003('', 'ss:').replace('José', '<![CDATA[José]]>')}`),
};

describe('an .xls that is markup', () => {
  it.each(Object.entries(SPELLINGS))('is read as the plain form is: %s', async (_, bytes) => {
    const kind = await kindOf(new Blob([bytes]));
    expect(kind !== undefined && isWorkbook(kind)).toBe(true);
    const read = await readWorkbook(bytes);
    const cells = read.ok ? read.value.cells(0) : read;
    expect(cells.ok ? [...sheetCsv(cells.value)].join('') : cells.error).toBe(PLAIN);
  });

  it('keeps cells in their columns where others reach over several', async () => {
    const page = `<table><tr><td colspan=2>Leads</td><td>x</td></tr>
      <tr><td rowspan="3">North</td><td>1</td><td>9876543210</td></tr><tr><td>2</td><td>9876543211</td></tr>
      <tr><td>3<br>4</td><td>9876543212</td></tr><tr><td>South</td><td>5</td><td>9876543213</td></tr></table>`;
    const read = await readWorkbook(utf8(page));
    const cells = read.ok ? read.value.cells(0) : read;
    expect(cells.ok ? [...sheetCsv(cells.value)].join('') : cells.error).toBe(
      'Leads,,x\nNorth,1,9876543210\n,2,9876543211\n,"3\n4",9876543212\nSouth,5,9876543213\n',
    );
  });

  it('offers each table as a sheet, those inside others too', async () => {
    const page = `<table><tr><td>Report</td><td>${TABLE}</td></tr></table><table></table>`;
    const read = await readWorkbook(utf8(page));
    expect(read.ok ? read.value.sheets.map(({ rows, columns }) => [rows, columns]) : read.error).toEqual([
      [1, 1],
      [2, 2],
      [0, 0],
    ]);
  });

  it('takes the digits that Excel keeps beside what a cell shows', async () => {
    const page =
      '<table><tr><td>Mobile</td></tr><tr><td x:num="919876543210">9.19877E+11</td></tr><tr><td x:num>9876543211</td></tr></table>';
    const read = await readWorkbook(utf8(page));
    const cells = read.ok ? read.value.cells(0) : read;
    expect(cells.ok ? [...sheetCsv(cells.value)].join('') : cells.error).toBe('Mobile\n919876543210\n9876543211\n');
  });

  it.each([
    ['a page without a table', '<html><p>Not found</p></html>'],
    ['an XML of something else', '<?xml version="1.0"?><leads><lead>9876543210</lead></leads>'],
    ['headings that look like tags', '<Name>,<Mobile>\nAsha,9876543210\n'],
    ['a list with a colon', 'Name: Mobile\nAsha: 9876543210\n'],
    ['a comment before a list', '<!-- leads -->\nName,Mobile\n'],
  ])('is told from %s', async (_, text) => {
    expect(await kindOf(new Blob([text]))).toBeUndefined();
  });
});
