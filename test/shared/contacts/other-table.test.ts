import { describe, expect, it } from 'vitest';
import { checkFile, summaryOf } from './check-file.ts';

const LIST = ['Name,Mobile', 'Asha,9876543210', 'Bina,9876543211'];

function read(lines: readonly string[], number?: string) {
  const file = checkFile(lines.join('\n'), { columns: number === undefined ? {} : { number } });
  const { shape, otherTables, rows } = summaryOf(file);
  return { doubt: shape.verdict.doubt, lines: otherTables.map(({ line }) => line), accepted: rows.accepted };
}

/** Headings of another table, and rows whose second cell could be called. */
const OTHERS = `
Order,Order No|Invoice,Invoice Number|Product,Stock Code|Item,Qty|Vendor,GSTIN|Agent,Agent Mobile|Staff,Staff Phone
Branch,Landline Account|Student,Roll No|Bank,Account Number|Vehicle,Chassis No|ऑर्डर,ऑर्डर संख्या|Name,Customer ID
Depot,Manifest|Alpha Beta,Gamma|Rider,Rider Id|Name,Aadhaar|Particulars,Amount|Old Name,Old Mobile
`
  .trim()
  .split(/[|\n]/u);
const ROWS = ['X,7100000113', 'Y,7100000126'];

describe('another table below', () => {
  it.each(OTHERS)('headed "%s" is told, and a question where its numbers would be called', (headings) => {
    expect(read([...LIST, '', headings, ...ROWS])).toEqual({ doubt: 'other_table', lines: [5], accepted: 4 });
    expect(read([...LIST, '', 'A title', headings, ...ROWS])).toMatchObject({ doubt: 'other_table', lines: [6] });
  });

  it.each(['Order,Order No', 'Agent,Agent Mobile', 'Name,Customer ID', 'Product,Stock Code', 'Bank,Account Number'])(
    'headed "%s" is one without a blank line, too',
    (headings) => {
      expect(read([...LIST, headings, ...ROWS])).toEqual({ doubt: 'other_table', lines: [4], accepted: 4 });
    },
  );

  it('is found far down', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `N${at},${at % 3 === 0 ? 'not given' : 9_800_000_000 + at}`);
    expect(read(['Name,Mobile', ...many, '', 'Order,Order No', ...ROWS])).toMatchObject({
      doubt: 'other_table',
      lines: [3_003],
    });
  });

  it.each(['Customer,Customer Mobile', 'Name,Phone', 'Person,Contact No'])(
    'headed "%s" is told: whoever stands under a telephone may be called',
    (headings) => {
      expect(read([...LIST, '', headings, 'Chetan,9123456789'])).toEqual({ doubt: null, lines: [5], accepted: 3 });
    },
  );

  it.each(OTHERS)('headed "%s" is no question where none of it is called', (headings) => {
    expect(read([...LIST, '', headings, 'X,12', 'Y,13'])).toMatchObject({ doubt: null, accepted: 2 });
  });

  it('is no question once a person said which column to call', () => {
    expect(read([...LIST, '', 'Order,Order No', ...ROWS], 'Mobile')).toEqual({ doubt: null, lines: [5], accepted: 4 });
  });

  it.each(['Name,Mobile', 'Customer,Customer Mobile', 'Party,Contact Number', 'Owner,Phone No.'])(
    'headed "%s" is a question below rows without headings, which may be who made the report',
    (headings) => {
      const made = ['Exported by,9500123456', 'From,01/11/2026'];
      const rows = ['Chetan,9123456789', 'Devi,9876543210'];
      expect(read([...made, headings, ...rows])).toEqual({ doubt: 'other_table', lines: [3], accepted: 2 });
      expect(read([...made, headings, ...rows], '2')).toMatchObject({ doubt: null });
    },
  );

  it('ends where the headings of this one come again', () => {
    expect(read([...LIST, '', 'Order,Order No', 'X,12', 'Name,Mobile', 'Chetan,9123456789'])).toEqual({
      doubt: null,
      lines: [5],
      accepted: 3,
    });
  });
});

describe('no other table', () => {
  it.each([
    ['a blank line', ['']],
    ['a name without a number', ['', 'Chetan,']],
    ['a remark', ['Chetan,wrong number']],
    ['a remark behind a blank line', ['', 'Chetan,not given yet']],
    ['a refusal behind a blank line', ['', 'Chetan,call later']],
    ['words in small letters', ['', 'chetan,mobile nahi hai']],
    ['a name of two parts', ['', 'Chetan Rao,No Phone']],
    ['one person marked', ['Deepak Store,DND']],
    ['a sum', ['', 'Total,2']],
    ['headings a second time', ['Name,Mobile']],
    ['headings behind a blank line', ['', 'name, MOBILE ']],
    ['a spoiled number', ['', 'Chetan,9.1E+11']],
  ])('is %s amid the rows', (_, between) => {
    expect(read([...LIST, ...between, 'Esha,9123456789'])).toEqual({ doubt: null, lines: [], accepted: 3 });
  });

  it.each(['wrong number', 'phone off', 'office phone', 'no mobile', 'not given yet', 'DND', ''])(
    'is "%s" amid rows without headings',
    (remark) => {
      expect(read([...LIST.slice(1), `Chetan,${remark}`, 'Esha,9123456789'])).toMatchObject({ doubt: null });
    },
  );
});
