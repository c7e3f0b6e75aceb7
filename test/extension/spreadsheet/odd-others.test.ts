import { describe, expect, it } from 'vitest';
import { repackZip } from '../../../extension/spreadsheet/repack-zip.ts';
import { storedParts } from '../../../extension/spreadsheet/stored-parts.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';
import { alteredParts, textOf, toldOf, zipOf } from './alter-workbook.ts';

const [ONE, TWO] = ['9845001231', '9845001232'] as const;
const CORRUPT = { code: 'corrupt' };

describe('a sheet of OpenDocument gives every row that it holds', () => {
  const cell = (inside: string): string => `<table:table-cell office:value-type="string">${inside}</table:table-cell>`;
  const row = (cells: string): string => `<table:table-row>${cell('<text:p>C</text:p>')}${cells}</table:table-row>`;
  const before = (mark: string, more: string) => (content: string) => content.replace(mark, more + mark);
  const ods = (change: (content: string) => string) =>
    alteredParts('ods', (parts) => void parts.set('content.xml', change(textOf(parts, 'content.xml'))));
  const last = (more: string) => before('</table:table>', more);

  it.each([
    ['a comment and CDATA in a number', last(row(cell('<text:p>98450<!-- x --><![CDATA[01231]]></text:p>')))],
    ['a value and no text', last(row('<table:table-cell office:value-type="float" office:value="9845001231"/>'))],
    [
      'a value beside an empty end',
      last(row('<table:table-cell office:value-type="float" office:value="9845001231"></table:table-cell>')),
    ],
    ['single quotes', last(row(cell(`<text:p>${ONE}</text:p>`)).replaceAll('"', "'"))],
    ['entities', last(row(cell('<text:p>&#57;8450&#x30;1231</text:p>')))],
    [
      'a note on a cell',
      last(row(cell(`<office:annotation><text:p>7</text:p></office:annotation><text:p>${ONE}</text:p>`))),
    ],
    [
      'groups of rows',
      last(
        `<table:table-row-group><table:table-rows>${row(cell(`<text:p>${ONE}</text:p>`))}</table:table-rows></table:table-row-group>`,
      ),
    ],
  ])('with %s', async (_, change) => {
    expect(await toldOf(await ods(change))).toEqual({ People: `Name,Phone\nC,${ONE}\n` });
  });

  it.each([
    ['it is cut off', (content: string) => content.slice(0, content.indexOf('Phone'))],
    [
      'two sheets have one name',
      before('</office:spreadsheet>', `<table:table table:name="People">${row('')}</table:table>`),
    ],
  ])('or is told to be damaged where %s', async (_, change) => {
    expect(await toldOf(await ods(change))).toEqual(CORRUPT);
  });
});

describe('a sheet of the XML of 2003 gives every row that it holds', () => {
  const cell = (value: string, more = '', type = 'String'): string =>
    `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
  const book = (rows: string): Uint8Array<ArrayBuffer> => {
    const space = 'urn:schemas-microsoft-com:office:spreadsheet';
    const sheet = `<Worksheet ss:Name="A"><Table><Row>${cell('Phone')}</Row>${rows}</Table></Worksheet>`;
    return new TextEncoder().encode(
      `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}">${sheet}</Workbook>`,
    );
  };

  it('with a text where a number should be', async () => {
    expect(
      await toldOf(book(`<Row>${cell('98450 01231', '', 'Number')}</Row><Row>${cell(TWO, '', 'Number')}</Row>`)),
    ).toEqual({
      A: `Phone\n98450 01231\n${TWO}\n`,
    });
  });

  it.each([
    ['a row goes back', `<Row ss:Index="3">${cell(ONE)}</Row><Row ss:Index="3">${cell(TWO)}</Row>`],
    ['a cell goes back', `<Row>${cell(ONE)}${cell(TWO, ' ss:Index="1"')}</Row>`],
    [
      'a cell has two contents',
      `<Row><Cell><Data ss:Type="String">${ONE}</Data><Data ss:Type="String">${TWO}</Data></Cell></Row>`,
    ],
  ])('or is told to be damaged where %s', async (_, rows) => {
    expect(await toldOf(book(rows))).toEqual(CORRUPT);
  });

  it('or is told to be damaged where it is cut off', async () => {
    expect(await toldOf(book(`<Row>${cell(ONE)}</Row>`).slice(0, -30))).toEqual(CORRUPT);
  });
});

describe('a binary workbook', () => {
  it('is told to be damaged where one cell lies over another', async () => {
    const sheet = { A1: { t: 's', v: ONE }, C1: { t: 's', v: TWO }, '!ref': 'A1:C1' };
    const unpacked = await repackZip(bytesOf(makeWorkbook({ A: sheet }), 'xlsb'), Number.POSITIVE_INFINITY);
    if (!unpacked.ok) throw new Error(unpacked.error.code);
    const parts = storedParts(unpacked.value);
    const part = Buffer.from(parts.get('xl/worksheets/sheet1.bin') ?? []);
    expect(await toldOf(zipOf(new Map(parts)))).toEqual({ A: `${ONE},,${TWO}\n` });
    // The second text begins where its column, 2, stands behind the kind of its record and its length.
    const at = part.lastIndexOf(Buffer.from(TWO, 'utf16le')) - 12;
    expect(part.readUInt32LE(at)).toBe(2);
    part.writeUInt32LE(0, at);
    expect(await toldOf(zipOf(new Map(parts).set('xl/worksheets/sheet1.bin', Uint8Array.from(part))))).toEqual(CORRUPT);
  });
});
