import { plainShape } from '../../fixtures/plain-shape.ts';
import { describe, expect, it } from 'vitest';
import { sniffColumns } from '../../../extension/checking/sniff-columns.ts';

const sniff = (text: string, header?: boolean) =>
  sniffColumns(new Blob([text]), header === undefined ? { country: 'IN' } : { country: 'IN', columns: { header } });

describe('sniffColumns', () => {
  it('finds headings, samples and the column of the numbers', async () => {
    expect(await sniff('Name;Mobile\nAsha;9845000001\nRavi;9845000002')).toEqual({
      ok: true,
      value: {
        ...plainShape(),
        delimiter: ';',
        verdict: {
          why: 'heading',
          doubt: null,
          other: null,
          candidates: [{ column: 1, heading: 'Mobile', samples: ['9845000001', '9845000002'] }],
        },
        headings: ['Name', 'Mobile'],
        numberColumn: 1,
        headingRow: 1,
        samples: [
          ['Asha', '9845000001'],
          ['Ravi', '9845000002'],
        ],
      },
    });
  });

  it('names the columns of a file without headings as a spreadsheet does', async () => {
    expect(await sniff('Asha,9845000001\nRavi,9845000002')).toMatchObject({
      value: { header: false, headings: ['Column A', 'Column B'], numberColumn: 1, headingRow: null },
    });
  });

  it('counts the row of the headings as a spreadsheet does, titles and blank lines included', async () => {
    expect(await sniff('Leads of November\n\nName,Mobile\nAsha,9845000001')).toMatchObject({
      value: { header: true, headings: ['Name', 'Mobile'], headingRow: 3, samples: [['Asha', '9845000001']] },
    });
  });

  it('shows the columns although none of them holds numbers', async () => {
    expect(await sniff('Name,City\nAsha,Pune')).toMatchObject({
      value: { numberColumn: null, header: true, headings: ['Name', 'City'], samples: [['Asha', 'Pune']] },
    });
  });

  it('believes a person about the first row', async () => {
    expect(await sniff('Name,Mobile\nAsha,9845000001', false)).toMatchObject({
      value: {
        header: false,
        samples: [
          ['Name', 'Mobile'],
          ['Asha', '9845000001'],
        ],
      },
    });
  });

  it('reads the beginning of a large file only, wherever it is cut', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `"Asha\nRao",${9_845_000_000 + index}`);
    const sniffed = await sniff(['Name,Mobile', ...rows].join('\n'));

    expect(sniffed).toMatchObject({ ok: true, value: { numberColumn: 1, headings: ['Name', 'Mobile'] } });
  });

  it('refuses what is no text', async () => {
    expect(await sniff('%PDF-1.7')).toEqual({ ok: false, error: { code: 'not_a_text_file', looksLike: 'pdf' } });
  });
});
