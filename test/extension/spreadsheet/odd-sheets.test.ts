import { describe, expect, it } from 'vitest';
import { HEADINGS, MAIN, SHEET, alteredParts, officeBook, toldOf } from './alter-workbook.ts';

const [ONE, TWO] = ['9845001231', '9845001232'] as const;
const data = (rows: string): string => `<sheetData>${HEADINGS}${rows}</sheetData>`;
const cell = (place: string, value: string, more = ''): string =>
  `<c${place === '' ? '' : ` r="${place}"`}${more}><v>${value}</v></c>`;
const row2 = (cells: string): string => data(`<row r="2">${cells}</row>`);
const people = (...rows: readonly string[]): object => ({ People: ['Name,Phone', ...rows, ''].join('\n') });
const CORRUPT = { code: 'corrupt' };
const TWICE = { code: 'cell_twice', sheet: 'People', cell: 'B2' };

describe('a sheet of Office Open XML gives every row that it holds', () => {
  it.each([
    [
      'rows in two tables',
      `${row2(cell('B2', ONE))}<sheetData><row r="3">${cell('B3', TWO)}</row></sheetData>`,
      [`,${ONE}`, `,${TWO}`],
    ],
    ['places in small letters', row2(cell('a2', '1') + cell('b2', ONE)), [`1,${ONE}`]],
    ['places with dollars', row2(cell('$A$2', '1') + cell('$B$2', ONE)), [`1,${ONE}`]],
    [
      'rows without a number',
      data(`<row>${cell('B2', ONE)}</row><row>${cell('B3', TWO)}</row>`),
      [`,${ONE}`, `,${TWO}`],
    ],
    [
      'no places at all',
      data(`<row>${cell('', '1')}${cell('', ONE)}</row><row/><row>${cell('', '2')}${cell('', TWO)}</row>`),
      [`1,${ONE}`, '', `2,${TWO}`],
    ],
    [
      'rows out of order',
      data(`<row r="3">${cell('B3', TWO)}</row><row r="2">${cell('B2', ONE)}</row>`),
      [`,${ONE}`, `,${TWO}`],
    ],
    [
      'one row in two pieces',
      data(`<row r="2">${cell('B2', ONE)}</row><row r="2">${cell('A2', '1')}</row>`),
      [`1,${ONE}`],
    ],
    ['one cell said twice in the same words', row2(cell('B2', ONE) + cell('B2', ONE)), [`,${ONE}`]],
    ['a blank cell over a filled one', row2(`${cell('B2', ONE)}<c r="B2" s="0"/>`), [`,${ONE}`]],
    [
      'cells of another row than theirs',
      data(`<row r="2">${cell('B3', TWO)}</row><row r="3">${cell('B2', ONE)}</row>`),
      [`,${ONE}`, `,${TWO}`],
    ],
    ['breaks and tabs within tags', data(`<row\n\tr="2"\n><c\tr="B2"\n><v\n>${ONE}</v\n></c\n></row\n>`), [`,${ONE}`]],
    [
      'comments and instructions',
      data(`<!-- </row><row r="9"> --><?x </row>?><row r="2"><!-- ${cell('A2', '1')} -->${cell('B2', ONE)}</row>`),
      [`,${ONE}`],
    ],
    ['a comment within a number', row2(cell('B2', '98450<!-- x -->01231')), [`,${ONE}`]],
    ['CDATA', row2(cell('A2', `<![CDATA[${TWO}]]>`, ' t="str"') + cell('B2', `<![CDATA[${ONE}]]>`)), [`${TWO},${ONE}`]],
    ['entities', row2(cell('A2', '&#128512; &amp;', ' t="str"') + cell('B2', '&#57;8450&#x30;1231')), [`😀 &,${ONE}`]],
    ['an end of a tag in quotes', row2(`<c foo="a>b" r="B2"><v>${ONE}</v></c>`), [`,${ONE}`]],
    ['an attribute that ends in r', row2(`<c xr:r="Z9" r="B2"><v>${ONE}</v></c>`), [`,${ONE}`]],
    ['extensions of a row', row2(`${cell('B2', ONE)}<extLst><ext><c r="Z9"><v>5</v></c></ext></extLst>`), [`,${ONE}`]],
    ['a text where a number should be', row2(cell('A2', 'abc') + cell('B2', '98450 01231')), ['abc,98450 01231']],
    ['a kind that nobody knows', row2(cell('B2', ONE, ' t="phone"')), [`,${ONE}`]],
    ['a text within the cell, without its kind', row2(`<c r="B2"><is><t>${ONE}</t></is></c>`), [`,${ONE}`]],
    ['a text within the cell, as a value', row2(cell('B2', ONE, ' t="inlineStr"')), [`,${ONE}`]],
    [
      'a text within the cell, in pieces',
      row2(
        '<c r="B2" t="inlineStr"><is><r><t>98450</t></r><r><rPr><b/></rPr><t>01231</t></r><rPh sb="0" eb="1"><t>7</t></rPh></is></c>',
      ),
      [`,${ONE}`],
    ],
  ])('with %s', async (_, inside, rows) => {
    expect(await toldOf(await officeBook(inside))).toEqual(people(...rows));
  });

  it.each([
    ['x', (xml: string) => xml],
    ['a-b', (xml: string) => xml.replaceAll('x:', 'a-b:').replaceAll(':x=', ':a-b=')],
  ])('with the prefix %s', async (_, change) => {
    const plain = `<worksheet>${row2(cell('B2', ONE))}</worksheet>`;
    const prefixed = plain
      .replaceAll(/<(\/?)/gu, '<$1x:')
      .replace('worksheet', `worksheet ${MAIN.replace('=', ':x=')}`);
    expect(await toldOf(await alteredParts('xlsx', (parts) => parts.set(SHEET, change(prefixed))))).toEqual(
      people(`,${ONE}`),
    );
  });

  it.each([
    ['UTF-16', (xml: string) => Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le')],
    ['Latin-1', (xml: string) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1')],
  ])('in %s', async (_, encode) => {
    const xml = `<worksheet ${MAIN}>${row2(cell('A2', 'José', ' t="str"') + cell('B2', ONE))}</worksheet>`;
    expect(await toldOf(await alteredParts('xlsx', (parts) => parts.set(SHEET, encode(xml))))).toEqual(
      people(`José,${ONE}`),
    );
  });
});

describe('shared texts keep their order', () => {
  const asked = row2(cell('A2', '0', ' t="s"') + cell('B2', '2', ' t="s"'));
  it.each([
    ['an empty one', `<si><t>A</t></si><si/><si><t>${ONE}</t></si><si><t>${TWO}</t></si>`],
    ['one with attributes', `<si xml:space="preserve"><t>A</t></si><si ><t/></si><si><t>${ONE}</t></si>`],
    ['comments between them', `<si><t>A</t></si><!-- </si><si> --><si></si><si><t>${ONE}</t></si>`],
    [
      'CDATA and pieces',
      `<si><t>A</t></si><si/><si><r><t><![CDATA[98450]]></t></r><r><t>01231</t></r><rPh sb="0" eb="1"><t>7</t></rPh></si>`,
    ],
  ])('with %s', async (_, texts) => {
    expect(await toldOf(await officeBook(asked, texts))).toEqual(people(`A,${ONE}`));
  });

  it.each([
    ['a text that is not there', '<si><t>A</t></si>'],
    ['no texts at all', undefined],
    ['texts that are cut off', '<si><t>A</t></si><si><t>B</t></si><si><t>C'],
  ])('or the workbook is told to be damaged: %s', async (_, texts) => {
    expect(await toldOf(await officeBook(asked, texts))).toEqual(CORRUPT);
  });
});

describe('a sheet of Office Open XML is refused by name', () => {
  it.each([
    ['a cell with two contents', row2(cell('B2', ONE) + cell('B2', TWO)), TWICE],
    ['a cell with two values', row2(`<c r="B2"><v>${ONE}</v><v>${TWO}</v></c>`), TWICE],
    ['two rows of one number', data(`<row r="2">${cell('B2', ONE)}</row><row r="2">${cell('B2', TWO)}</row>`), TWICE],
    ['two tables over each other', row2(cell('B2', ONE)) + row2(cell('B2', TWO)), TWICE],
    ['a place that is none', row2(cell('R2C2', ONE)), CORRUPT],
    ['a row without a number in its number', data(`<row r="x">${cell('', ONE)}</row>`), CORRUPT],
    ['a row before the first', data(`<row r="0">${cell('', ONE)}</row>`), CORRUPT],
    ['a cell in no table of rows', `<sheetData/><row r="2">${cell('B2', ONE)}</row>`, CORRUPT],
    ['a row in a row', data(`<row r="2">${cell('B2', ONE)}<row r="3">${cell('B3', TWO)}</row></row>`), CORRUPT],
    ['rows that are cut off', `<sheetData>${HEADINGS}<row r="2">${cell('B2', ONE)}</row>`, CORRUPT],
  ])('with %s', async (_, inside, fault) => {
    expect(await toldOf(await officeBook(inside))).toEqual(fault);
  });
});
