import { describe, expect, it } from 'vitest';
import { previewRows } from '../../../extension/checking/preview-rows.ts';
import type { PreviewWant } from '../../../extension/checking/check-messages.ts';

const SETTINGS = { country: 'IN', text: 'Namaste @@Name, @@City calls.' };
const line = (at: number): PreviewWant => ({ at: 'line', line: at });

function file(rows: readonly string[]): Blob {
  return new Blob([['Name,Mobile,City', ...rows].join('\n')]);
}

/** People numbered from 2, like their rows; every third has no city, and every fifth has no number. */
function people(count: number): Blob {
  return file(
    Array.from({ length: count }, (_, index) => {
      const row = index + 2;
      return `P${row},${row % 5 === 0 ? '' : 9_845_000_000 + row},${row % 3 === 0 ? '' : 'Pune'}`;
    }),
  );
}

async function rowAt(blob: Blob, want: PreviewWant) {
  const page = await previewRows(blob, SETTINGS, want);
  return page.ok ? page.value.rows[page.value.at] : page.error;
}

describe('previewRows', () => {
  it('fills the text with the values of the row, and marks what is missing', async () => {
    const page = await previewRows(file(['Asha,98450 00001,', 'Ravi,9845000002,Pune']), SETTINGS, line(1));

    expect(page).toEqual({
      ok: true,
      value: {
        at: 0,
        isFirst: true,
        isLast: true,
        absent: null,
        rows: [
          {
            line: 2,
            number: '+919845000001',
            parts: [
              { kind: 'text', text: 'Namaste ' },
              { kind: 'variable', name: 'Name', value: 'Asha' },
              { kind: 'text', text: ', ' },
              { kind: 'variable', name: 'City', value: '' },
              { kind: 'text', text: ' calls.' },
            ],
            missing: ['City'],
            shortened: [],
            cells: [
              { heading: 'Name', value: 'Asha' },
              { heading: 'Mobile', value: '98450 00001' },
              { heading: 'City', value: '' },
            ],
          },
          expect.objectContaining({ line: 3, missing: [] }),
        ],
      },
    });
  });

  it.each([
    [2, 2],
    [5, 6], // row 5 is not called: the next one is shown
    [1_800, 1_801],
    [9_999, 3_001], // past the end: the last one
  ])('shows for row %i the person of row %i', async (wanted, shown) => {
    expect(await rowAt(people(3_000), line(wanted))).toMatchObject({
      line: shown,
      number: `+91${9_845_000_000 + shown}`,
    });
  });

  it.each([
    [1, null],
    [5, { line: 5, value: '', code: 'blank' }],
    [9_999, null],
  ])('says of row %i, asked for and not called, why, and never shows another as it', async (wanted, issue) => {
    const page = await previewRows(people(3_000), SETTINGS, { at: 'line', line: wanted, exactly: true });
    expect(page.ok && page.value.absent).toEqual({ line: wanted, issue });
    const there = await previewRows(people(3_000), SETTINGS, { at: 'line', line: 6, exactly: true });
    expect(there.ok && there.value.absent).toBeNull();
  });

  it('has neighbours on both sides, and says where the file begins and ends', async () => {
    const pages = await Promise.all([2, 1_501, 3_001].map((at) => previewRows(people(3_000), SETTINGS, line(at))));

    expect(
      pages.map((page) =>
        page.ok ? [page.value.at, page.value.rows.length, page.value.isFirst, page.value.isLast] : page.error,
      ),
    ).toEqual([
      [0, 21, true, false],
      [20, 41, false, false],
      [20, 21, false, true],
    ]);
  });

  it('finds the first person without a value', async () => {
    expect(await rowAt(people(100), { at: 'missing', variable: 'City' })).toMatchObject({ line: 3, missing: ['City'] });
    expect(await rowAt(people(100), { at: 'missing', variable: 'Name' })).toBeUndefined();
  });

  it('says why nothing can be shown', async () => {
    expect(await previewRows(new Blob(['Mobile\n9845000001']), SETTINGS, line(1))).toMatchObject({
      ok: false,
      error: { code: 'variable_not_found', variable: 'Name' },
    });
  });
});
