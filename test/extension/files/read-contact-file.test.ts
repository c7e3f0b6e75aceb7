import { describe, expect, it } from 'vitest';
import { readContactFile } from '../../../extension/files/read-contact-file.ts';

describe('readContactFile', () => {
  it('takes text as it is', async () => {
    const file = new File(['Name\tMobile'], 'Leads.tsv');

    expect(await readContactFile(file)).toEqual({ ok: true, value: { is: 'text' } });
  });

  it.each([
    ['\u0089PNG\r\n\u001a\n', 'image'],
    ['%PDF-1.7', 'pdf'],
  ])('tells what is no text by its first bytes, whatever it is called (%#)', async (text, kind) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));

    expect(await readContactFile(new File([bytes], 'Leads.csv'))).toEqual({
      ok: false,
      error: { code: 'not_text', kind },
    });
  });

  it('knows a workbook by its bytes too', async () => {
    const bytes = Uint8Array.from('PK\u0003\u0004 [Content_Types].xml', (letter) => letter.charCodeAt(0));

    expect(await readContactFile(new Blob([bytes]))).toEqual({ ok: true, value: { is: 'workbook' } });
    expect(await readContactFile(new Blob(['<table><tr><td>9876543210</td></tr></table>']))).toEqual({
      ok: true,
      value: { is: 'workbook' },
    });
  });

  it('says that a file cannot be read any more', async () => {
    const gone = Object.assign(new File(['a'], 'a.csv'), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });

    expect(await readContactFile(gone)).toEqual({ ok: false, error: { code: 'unreadable' } });
  });
});
