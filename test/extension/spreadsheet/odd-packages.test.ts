import { describe, expect, it } from 'vitest';
import { plainOffice } from '../../../extension/spreadsheet/office/plain-office.ts';
import { storedParts } from '../../../extension/spreadsheet/stored-parts.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';
import { MAIN, SHEET, alteredParts, textOf, toldOf } from './alter-workbook.ts';

const TWO_SHEETS = { A: [['first', '9845001231']], B: [['second', '9845001232']] };
const BOTH = { A: 'first,9845001231\n', B: 'second,9845001232\n' };
const CORRUPT = { code: 'corrupt' };
const [BOOK, RELATIONS, TYPES] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[content_types].xml'] as const;
type Parts = Parameters<Parameters<typeof alteredParts>[1]>[0];

const written =
  (part: string, change: (text: string) => string) =>
  (parts: Parts): void => {
    const before = textOf(parts, part);
    const after = change(before);
    if (after === before) throw new Error(`${part} stays as it is`);
    parts.set(part, after);
  };
const renamed =
  (change: (name: string) => string) =>
  (parts: Parts): void => {
    const all = [...parts];
    parts.clear();
    for (const [name, content] of all) parts.set(change(name), content);
  };

describe('a workbook of two sheets gives both, each under its name', () => {
  it.each([
    ['names as Windows writes them', renamed((name) => name.replaceAll('/', '\\'))],
    ['names from the root', renamed((name) => `/${name}`)],
    ['names in capitals', renamed((name) => name.toUpperCase())],
    [
      'parts named from here',
      written(RELATIONS, (text) =>
        text.replace('"worksheets/', '"./worksheets/').replace('"worksheets/', '"../xl/worksheets/'),
      ),
    ],
    ['parts named from the root', written(RELATIONS, (text) => text.replaceAll('"worksheets/', '"/xl/worksheets/'))],
    ['no word of which part is which', (parts: Parts) => void parts.delete(RELATIONS)],
    ['no word of what each part is', (parts: Parts) => void parts.delete(TYPES)],
  ])('with %s', async (_, change) => {
    expect(await toldOf(await alteredParts('xlsx', change, TWO_SHEETS))).toEqual(BOTH);
  });

  it('in the strict edition of the format', async () => {
    const strict = (parts: Parts): void => {
      for (const name of parts.keys())
        parts.set(
          name,
          textOf(parts, name)
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
              'http://purl.oclc.org/ooxml/spreadsheetml/main',
            ),
        );
    };
    expect(await toldOf(await alteredParts('xlsx', strict, TWO_SHEETS))).toEqual(BOTH);
  });

  it('by the order of the workbook, whatever its parts are called', async () => {
    const swapped = written(RELATIONS, (text) =>
      text
        .replace('sheet1.xml', 'x')
        .replace('sheet2.xml', 'sheet1.xml')
        .replace('"worksheets/x"', '"worksheets/sheet2.xml"'),
    );
    expect(await toldOf(await alteredParts('xlsx', swapped, TWO_SHEETS))).toEqual({ A: BOTH.B, B: BOTH.A });
  });

  it('under one name as well', async () => {
    const same = written(BOOK, (text) => text.replace('name="B"', 'name="a"'));
    expect(await toldOf(await alteredParts('xlsx', same, TWO_SHEETS))).toEqual({ A: BOTH.A, 'a (2)': BOTH.B });
  });

  it('beside a chart that has a sheet of its own', async () => {
    const charted = (parts: Parts): void => {
      written(BOOK, (text) => text.replace('</sheets>', '<sheet name="C" sheetId="9" r:id="rId99"/></sheets>'))(parts);
      const chart =
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"';
      written(RELATIONS, (text) =>
        text.replace('</Relationships>', `<Relationship Id="rId99" ${chart}/></Relationships>`),
      )(parts);
      parts.set('xl/chartsheets/sheet1.xml', `<chartsheet ${MAIN}><drawing r:id="rId1"/></chartsheet>`);
    };
    expect(await toldOf(await alteredParts('xlsx', charted, TWO_SHEETS))).toEqual({
      ...BOTH,
      C: 'no_rows_in_workbook',
    });
  });

  it('where shared texts are named by the workbook alone', async () => {
    const told = (parts: Parts): void => {
      parts.set('xl/t.xml', `<sst ${MAIN}><si><t>9845001239</t></si></sst>`);
      parts.set(
        SHEET,
        `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
      );
      const texts =
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="t.xml"';
      written(RELATIONS, (text) =>
        text.replace('</Relationships>', `<Relationship Id="rId98" ${texts}/></Relationships>`),
      )(parts);
    };
    expect(await toldOf(await alteredParts('xlsx', told, TWO_SHEETS))).toEqual({ ...BOTH, A: '9845001239\n' });
  });
});

describe('a workbook is told to be damaged', () => {
  it.each([
    ['a sheet that is not there', (parts: Parts) => void parts.delete(SHEET)],
    ['a sheet that leads nowhere', written(RELATIONS, (text) => text.replace('sheet2.xml', 'sheet7.xml'))],
    ['two sheets of one part', written(RELATIONS, (text) => text.replace('sheet2.xml', 'sheet1.xml'))],
    ['two parts under one name', (parts: Parts) => void parts.set(SHEET.toUpperCase(), '<worksheet/>')],
    ['no sheet', written(BOOK, (text) => text.replaceAll(/<sheet [^>]*>/gu, ''))],
  ])('with %s', async (_, change) => {
    expect(await toldOf(await alteredParts('xlsx', change, TWO_SHEETS))).toEqual(CORRUPT);
  });
});

describe('a ZIP with the other end, for large ones', () => {
  it('is read', async () => {
    const zip = Buffer.from(bytesOf(makeWorkbook({ A: { A1: { t: 's', v: '9845001231' }, '!ref': 'A1' } })));
    const end = zip.length - 22;
    const large = Buffer.alloc(56);
    large.writeUInt32LE(0x06064b50, 0);
    large.writeBigUInt64LE(BigInt(zip.readUInt16LE(end + 10)), 32);
    large.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 16)), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(end), 8);
    const last = Buffer.from(zip.subarray(end));
    last.writeUInt16LE(0xffff, 10);
    last.writeUInt32LE(0xffffffff, 16);
    const whole = Uint8Array.from(Buffer.concat([zip.subarray(0, end), large, locator, last]));
    expect(await toldOf(whole)).toEqual({ A: '9845001231\n' });
  });
});

/** Without any, the library throws and catches an error for each cell: a long list takes minutes. */
describe('the library is given a fill', () => {
  const styles = 'xl/styles.xml';
  it.each<[string, string | null]>([
    ['without styles', null],
    ['with empty styles', `<styleSheet ${MAIN}></styleSheet>`],
    ['with closed styles', `<styleSheet ${MAIN}/>`],
    [
      'with styles that have no fill',
      `<styleSheet ${MAIN}><fills count="0"/><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    ],
    ['with styles under a prefix', `<x:styleSheet xmlns:x=${MAIN.slice('xmlns='.length)}><x:cellXfs/></x:styleSheet>`],
  ])('%s', async (_, told) => {
    const book = await alteredParts(
      'xlsx',
      (parts) => void (told === null ? parts.delete(styles) : parts.set(styles, told)),
      TWO_SHEETS,
    );
    const office = plainOffice(storedParts(book));
    if (office?.ok !== true) throw new Error('Not read');
    expect(new TextDecoder().decode(storedParts(office.value).get(styles))).toContain('<fill>');
    expect(await toldOf(book)).toEqual(BOTH);
  });
});
