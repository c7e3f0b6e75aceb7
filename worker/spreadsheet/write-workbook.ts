import { escapeXml, sheetXml, type SheetTable } from './sheet-xml.ts';
import { zipPieces } from './zip-pieces.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

function relations(...all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(([type, target], at) => {
    return `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** The `cellXfs` are in the order of STYLE: plain, time, heading. Excel needs both fills. */
const STYLES =
  `${XML}<styleSheet xmlns="${SPREADSHEET}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';

/** A table as an Excel workbook (ECMA-376) with one sheet, in pieces: a million rows need the memory of one piece. */
export function workbookPieces(table: SheetTable): AsyncIterable<Uint8Array> {
  return zipPieces([
    { path: '[Content_Types].xml', text: whole(CONTENT_TYPES) },
    { path: '_rels/.rels', text: whole(relations(['officeDocument', 'xl/workbook.xml'])) },
    { path: 'xl/workbook.xml', text: whole(workbookXml(table.name)) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: whole(relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])),
    },
    { path: 'xl/styles.xml', text: whole(STYLES) },
    { path: 'xl/worksheets/sheet1.xml', text: sheetXml(table) },
  ]);
}

function workbookXml(name: string): string {
  const sheet = `<sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/>`;
  return `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets>${sheet}</sheets></workbook>`;
}

// oxlint-disable-next-line typescript/require-await -- one piece that is there already
async function* whole(text: string): AsyncIterable<string> {
  yield text;
}
