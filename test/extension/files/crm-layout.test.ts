import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columnsOf, usualLayout, writeCrmFile } from '../../../extension/files/crm-layout.ts';
import type { CrmLayout } from '../../../extension/files/crm-layout.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';

const HEADINGS = ['Name', 'Record ID', 'Mobile', 'Status', 'Name'];
const LINES = [
  { outcome: 'completed', columns: ['Asha, Rao', '0017', '+91 98765 43210', 'New', 'A'] },
  { outcome: 'no_answer', columns: ['बीना', '0018', '9876543211', 'Warm "hot"', '=1+1'] },
  { outcome: 'unaccounted', columns: ['', '0019', '9876543212', 'New', 'C'] },
];
const ours = { heading: 'Result', outcome: (outcome: Outcome) => `our ${outcome}` };

/**
 * Results as the Worker gives them to a program: one JSON line per contact, repeated headings by place, cut anywhere.
 */
function told(lines: typeof LINES): Blob {
  const names = ['Name', 'Record ID', 'Mobile', 'Status', 'Name (5)'];
  const text = lines
    .map(({ outcome, columns }) => ({
      line: 2,
      outcome,
      columns: Object.fromEntries(names.map((name, at) => [name, columns[at]])),
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  return new Blob([text]);
}

async function rowsOf(layout: CrmLayout, lines = LINES): Promise<string[][]> {
  const bytes = new Uint8Array(await (await writeCrmFile(told(lines), HEADINGS, layout, ours)).arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  return Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data;
}

describe('results for another tool', () => {
  it('hold the file as it was, its id first, and the result in a new column by our word unless another was said', async () => {
    const layout = { ...usualLayout(HEADINGS), words: { completed: 'Reached', no_answer: ' ' } };
    expect(await rowsOf(layout)).toEqual([
      ['Record ID', 'Name', 'Mobile', 'Status', 'Name', 'Result'],
      ['0017', 'Asha, Rao', '+91 98765 43210', 'New', 'A', 'Reached'],
      ['0018', 'बीना', '9876543211', 'Warm "hot"', "'=1+1", 'our no_answer'],
      ['0019', '', '9876543212', 'New', 'C', 'our unaccounted'],
    ]);
  });

  it('write the result over a column of the file, and keep what stands there where no word was said', async () => {
    const layout = { first: 1, leftOut: [0, 2, 3, 4], into: 3, heading: 'unused', words: { completed: 'Reached' } };
    expect(await rowsOf(layout)).toEqual([
      ['Record ID', 'Status'],
      ['0017', 'Reached'],
      ['0018', 'Warm "hot"'],
      ['0019', 'New'],
    ]);
  });

  it('keep the order of the file where no column is first, under a heading of its own', async () => {
    const layout = { first: null, leftOut: [4], into: null, heading: ' Call outcome ', words: {} };
    expect((await rowsOf(layout))[0]).toEqual(['Name', 'Record ID', 'Mobile', 'Status', 'Call outcome']);
  });

  it('are as many as were told, also of thousands', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      outcome: 'completed',
      columns: [`Person ${at}`, String(at), '9876543210', 'नया', ''],
    }));
    const rows = await rowsOf(usualLayout(HEADINGS), many);
    expect([rows.length, rows[1]?.[0], rows.at(-1)?.[0]]).toEqual([20_001, '0', '19999']);
  });

  it('are the headings alone where there is nobody', async () => {
    expect(await rowsOf(usualLayout(HEADINGS), [])).toHaveLength(1);
  });
});

describe('the usual layout', () => {
  it.each([
    [['Name', 'Lead Id', 'Mobile'], 1],
    [['id', 'Mobile'], 0],
    [['Contact UUID', 'Mobile'], 0],
    [['Paid', 'Mobile', 'Email id address'], null],
    [['Mobile'], null],
  ])('of %j begins with column %s', (headings, first) => {
    expect(usualLayout(headings).first).toBe(first);
  });

  it('never leaves out the first column, nor the one the result is written into', () => {
    expect(columnsOf(HEADINGS, { first: 1, leftOut: [0, 1, 2, 3, 4], into: 3, heading: '', words: {} })).toEqual([
      1, 3,
    ]);
  });
});
