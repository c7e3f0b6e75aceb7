import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import { suggestNumber } from '../../../shared/contacts/suggest-number.ts';
import { bytesOf, makeWorkbook } from './make-workbook.ts';

interface Cell {
  readonly v: number | string;
  readonly f?: string;
  readonly z?: string;
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<{ csv: string; notComputed: number }> {
  const book = await readWorkbook(bytes);
  const cells = book.ok ? book.value.cells(0) : book;
  if (!book.ok || !cells.ok) throw new Error('Not read');
  return { csv: [...sheetCsv(cells.value)].join(''), notComputed: book.value.sheets[0]?.notComputed ?? 0 };
}

/** Checks a workbook with these cells under "Mobile". */
async function check(cells: readonly Cell[], type: 'xlsx' | 'ods' | 'xlml' | 'biff8' = 'xlsx') {
  const rows = cells.map((cell, at) => [`A${at + 2}`, { t: typeof cell.v === 'number' ? 'n' : 's', ...cell }]);
  const sheet = { A1: { t: 's', v: 'Mobile' }, ...Object.fromEntries(rows), '!ref': `A1:A${cells.length + 1}` };
  const { csv } = await read(bytesOf(makeWorkbook({ Leads: sheet }), type));
  const issues: RowIssue[] = [];
  const numbers: string[] = [];
  const running = createContactCheck(
    { country: 'IN', columns: { number: 1, header: true } },
    { accepted: (number) => void numbers.push(`+${number}`), issue: (issue) => void issues.push(issue) },
  );
  running.push(new TextEncoder().encode(csv));
  const finished = running.finish();
  if (!finished.ok) throw new Error(finished.error.code);
  return { numbers, issues };
}

const COMPUTED: readonly Cell[] = [
  { f: '+91-9876543210', v: -9876543119 },
  { f: '91-9876543210', v: -9876543119 },
  { f: '+91-98765-43210', v: -141884 - 91 + 91 },
  { f: '+91+9876543210', v: 9876543301 },
  { f: '91+9876543210', v: 9876543301 },
  { f: '(91)+9876543210', v: 9876543301 },
  { f: '9876543301-91', v: 9876543210 },
  { f: '+9876543301-91', v: 9876543210 },
  { f: '9876543210*1', v: 9876543210 },
  { f: '9876500000+43210', v: 9876543210 },
  { f: '0091 - 9876543210', v: -9876543119 },
  { f: '19753086420/2', v: 9876543210 },
  { v: -9876543119 },
  { v: -9876543119, z: '0;0' },
  { v: -9876543119, z: '#,##0;(#,##0)' },
  { v: -9876543119, z: '"+91 "0;"+91 "0' },
  { v: -919876543210, z: '0.00E+00' },
];
/** Formulas that calculate with numbers: their cells held a number, but the result is nobody's. */
const CALCULATED: readonly Cell[] = [
  'A2+B2',
  'B2+A2',
  '$A$2+$B$2',
  'B2+1',
  'B2-1',
  '1+B2',
  'B2*2',
  'B2/3',
  'B2^2',
  '(B2+1)*1',
  'ABS(91-9876543210)',
  'ABS(A2-B2)',
  'ROUND(B2+0.4,0)',
  'SUM(A2:B2)',
  'SUM(A2,B2)',
  'IF(A2="",B2,B2+A2)',
  'IFERROR(A2+B2,"")',
  'VALUE(A2)+VALUE(B2)',
  "Other!A2+'My-Sheet'!B2",
  'RANDBETWEEN(6000000000,9999999999)',
  'PRODUCT(A2,B2)',
  'MAX(B$2:B9)+1',
  'ROW()+9876543210',
  '-(A2-B2)',
].map((f) => ({ f, v: 9876551220 }));
/** The same with a text as the result. */
const CALCULATED_TEXT: readonly Cell[] = ['TEXT(A2+B2,"0")', '"+"&(A2+B2)', 'CONCATENATE("+91",B2+1)', 'A2+B2&""'].map(
  (f) => ({ f, v: '+919876551220' }),
);
/** Formulas that copy, cut, join or look up a number, or put a code before it, do not change it. */
const COPIED = [
  'B2',
  '+B2',
  '--B2',
  'B2*1',
  '1*B2',
  'B2+0',
  '0+B2',
  'B2/1',
  'B2-0',
  'VALUE(B2)*1',
  '910000000000+B2',
  'B2+91*10^10',
  'B2-910000000000',
  'SUM(B2)',
  'TRIM(B2)',
  'RIGHT(B2,LEN(B2)-2)*1',
  'MID(B2,FIND("-",B2)+1,10)',
  'INDEX(B:B,ROW()-1)',
  'INDEX(B:B,MATCH(A2,A:A,0)+1)',
  'OFFSET(B1,ROW()*2-1,0)',
  'INDIRECT("B"&ROW()+1)',
  'IF(A2-1>0,B2,C2)',
  'IF(LEN(B2)-2=10,RIGHT(B2,10),B2)',
  'VLOOKUP(A2,C:D,1+1,0)',
  'SUMIF(A:A,A2,B:B)',
  "'Mar-25'!B2",
  'Leads[[#This Row],[Phone-No]]',
  'TEXT(B2,"+91-0")',
  '"+91-"&B2',
  'SUBSTITUTE(SUBSTITUTE(B2,"-",""),"+","")',
];

const KEPT: readonly (readonly [Cell, string])[] = [
  [{ f: '+919876543210', v: 919876543210 }, '+919876543210'],
  [{ f: '9876543210', v: 9876543210 }, '+919876543210'],
  [{ f: 'B2', v: 9876543211 }, '+919876543211'],
  [{ f: 'VALUE(B2)', v: 9876543211 }, '+919876543211'],
  [{ f: 'VLOOKUP(B2,C:D,2,0)', v: 9876543212 }, '+919876543212'],
  [{ f: '"+91"&B2', v: '+919876543213' }, '+919876543213'],
  [{ f: 'B2+910000000000', v: 919876543214 }, '+919876543214'],
  [{ f: 'SUBSTITUTE(B2,"-","")', v: '9876543215' }, '+919876543215'],
];

describe('digits that a workbook computed', () => {
  it.each(COMPUTED)('are never called, and nothing is suggested: %j', async (cell) => {
    const { numbers, issues } = await check([cell]);
    expect(numbers).toEqual([]);
    expect(issues).toHaveLength(1);
    expect(suggestNumber(issues[0]?.value ?? '', 'IN')).toBeNull();
  });

  it.each(COMPUTED.filter(({ v }) => Math.abs(Number(v)) > 1e9))('are told to be spoiled: %j', async (cell) => {
    const { issues } = await check([cell]);
    expect(issues.map(({ code }) => code)).toEqual(['excel_computed']);
  });

  it.each([...CALCULATED, ...CALCULATED_TEXT])('are spoiled where they were worked out of cells: %j', async (cell) => {
    const { numbers, issues } = await check([cell]);
    expect(numbers).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['excel_computed']);
    expect(suggestNumber(issues[0]?.value ?? '', 'IN')).toBeNull();
  });

  it.each(COPIED)('are what they were where %s copies them', async (f) => {
    expect((await check([{ f, v: 9876543216 }])).numbers).toEqual(['+919876543216']);
    expect((await check([{ f, v: '+91 98765 43216' }])).numbers).toEqual(['+919876543216']);
  });

  it('are left as they are in a column of ids, and where they are too few for a telephone', async () => {
    const sheet = {
      A1: { t: 's', v: 'Order No' },
      B1: { t: 's', v: 'Amount' },
      A2: { t: 'n', v: 7100000002, f: 'A1+1' },
      B2: { t: 'n', v: 12500000, f: 'C2*D2' },
      '!ref': 'A1:B2',
    };
    expect((await read(bytesOf(makeWorkbook({ Dues: sheet })))).csv).toBe('Order No,Amount\n7100000002,12500000\n');
  });

  it.each(['ods', 'xlml'] as const)('are known in %s where they were worked out of cells', async (type) => {
    const { issues } = await check(CALCULATED.slice(0, 1), type);
    expect(issues.map(({ code }) => code)).toEqual(['excel_computed']);
  });

  it.each(['ods', 'xlml'] as const)('are known in %s too', async (type) => {
    const { numbers, issues } = await check(
      [COMPUTED[0], COMPUTED[3]].filter((cell) => cell !== undefined),
      type,
    );
    expect(numbers).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['excel_computed', 'excel_computed']);
  });

  it.each(KEPT)('are told from formulas that give a number as it was: %j', async (cell, number) => {
    expect((await check([cell])).numbers).toEqual([number]);
  });

  it('leave amounts as they are shown', async () => {
    const sheet = {
      A1: { t: 's', v: 'EMI' },
      A2: { t: 'n', v: 1500, f: '1200+300' },
      A3: { t: 'n', v: -20 },
      '!ref': 'A1:A3',
    };
    expect((await read(bytesOf(makeWorkbook({ Dues: sheet })))).csv).toBe('EMI\n1500\n-20\n');
  });
});

const SHEET_HEAD =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';

/** A workbook from a program that does not calculate formulas; `cell` is the cell of the formula. */
async function generated(cell: string, fullCalcOnLoad = false): Promise<{ csv: string; notComputed: number }> {
  const { CFB } = await import('@e965/xlsx');
  const container = CFB.read(bytesOf(makeWorkbook({ Leads: utils.aoa_to_sheet([['x']]) })), { type: 'array' });
  const replace = (path: string, change: (text: string) => string): void => {
    const found = CFB.find(container, path);
    const text = new TextDecoder().decode(Uint8Array.from(found?.content ?? []));
    CFB.utils.cfb_del(container, path);
    CFB.utils.cfb_add(container, path, new TextEncoder().encode(change(text)));
  };
  replace('/xl/worksheets/sheet1.xml', () => {
    const name = '<c r="B1" t="inlineStr"><is><t>Name</t></is></c>';
    const asha = '<c r="B2" t="inlineStr"><is><t>Asha</t></is></c>';
    return `${SHEET_HEAD}<row r="1"><c r="A1" t="inlineStr"><is><t>Mobile</t></is></c>${name}</row><row r="2">${cell}${asha}</row></sheetData></worksheet>`;
  });
  if (fullCalcOnLoad)
    replace('/xl/workbook.xml', (text) =>
      text.replace('</workbook>', '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'),
    );
  const written: unknown = CFB.write(container, { type: 'array', fileType: 'zip' });
  return read(Uint8Array.from(Array.isArray(written) || written instanceof Uint8Array ? written : []));
}

const CONCATENATE = '<f>CONCATENATE("+91",C2)</f>';
const NOT_DONE = 'Mobile,Name\n#NOT COMPUTED!,Asha\n';

describe('formulas that were never computed', () => {
  it.each([
    ['no value', `<c r="A2">${CONCATENATE}</c>`],
    ['an empty value', `<c r="A2">${CONCATENATE}<v></v></c>`],
    ['an empty value, closed at once', `<c r="A2">${CONCATENATE}<v/></c>`],
    ['an empty value with a blank', `<c r="A2">${CONCATENATE}<v /></c>`],
    ['a style and no value', `<c r="A2" s="0">${CONCATENATE}</c>`],
    ['a number to be', `<c r="A2" t="n">${CONCATENATE}<v></v></c>`],
    ['lines between', `<c r="A2">\n  ${CONCATENATE}\n  <v></v>\n</c>`],
    ['a formula of digits', '<c r="A2"><f>+91-9876543210</f></c>'],
  ])('are told as that, not as blanks: %s', async (_, cell) => {
    expect(await generated(cell)).toEqual({ csv: NOT_DONE, notComputed: 1 });
  });

  it('are told where a program wrote a zero, or an empty text, into each', async () => {
    expect(await generated(`<c r="A2">${CONCATENATE}<v>0</v></c>`, true)).toEqual({ csv: NOT_DONE, notComputed: 1 });
    expect(await generated(`<c r="A2" t="str">${CONCATENATE}<v></v></c>`, true)).toEqual({
      csv: NOT_DONE,
      notComputed: 1,
    });
  });

  it('are told from results: a zero, an empty text', async () => {
    expect(await generated(`<c r="A2">${CONCATENATE}<v>0</v></c>`)).toEqual({
      csv: 'Mobile,Name\n0,Asha\n',
      notComputed: 0,
    });
    expect(await generated(`<c r="A2" t="str">${CONCATENATE}<v></v></c>`)).toEqual({
      csv: 'Mobile,Name\n,Asha\n',
      notComputed: 0,
    });
    expect((await generated(`<c r="A2" t="str">${CONCATENATE}<v>98</v></c>`, true)).notComputed).toBe(0);
  });

  it.each([
    ['a cell closed at once', '<Cell ss:Formula="=1+1"/>'],
    ['a cell of nothing', '<Cell ss:Formula="=1+1"></Cell>'],
  ])('are told in XML of 2003: %s', async (_, cell) => {
    const space = 'urn:schemas-microsoft-com:office:spreadsheet';
    const xml = `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Mobile</Data></Cell></Row><Row>${cell}</Row></Table></Worksheet></Workbook>`;
    expect(await read(new TextEncoder().encode(xml))).toEqual({ csv: 'Mobile\n#NOT COMPUTED!\n', notComputed: 1 });
  });

  it('are told in a page', async () => {
    const page = '<table><tr><td>Mobile</td></tr><tr><td x:fmla="=1+1"></td></tr></table>';
    expect(await read(new TextEncoder().encode(page))).toEqual({ csv: 'Mobile\n#NOT COMPUTED!\n', notComputed: 1 });
  });
});
