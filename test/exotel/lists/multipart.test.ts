import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMultipart } from './multipart.ts';

describe('readMultipart', () => {
  it('reads what a form writes, whatever is in its file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', 'a list', 'नाम'), async (file, name) => {
        const form = new FormData();
        form.set('list_name', name);
        form.set('file_name', new Blob([file], { type: 'text/csv' }), 'a.csv');
        const request = new Request('http://localhost', { method: 'POST', body: form });
        const body = Buffer.from(await request.arrayBuffer());
        const parts = readMultipart(request.headers.get('content-type') ?? '', body);
        expect(parts).toEqual({
          ok: true,
          value: [
            { name: 'list_name', fileName: null, contentType: null, bytes: Buffer.from(name) },
            { name: 'file_name', fileName: 'a.csv', contentType: 'text/csv', bytes: Buffer.from(file) },
          ],
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['no boundary in the type', 'multipart/form-data', '--x--\r\n'],
    ['another boundary', 'multipart/form-data; boundary=y', '--x\r\n'],
    [
      'an end that never comes',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    ['a part without a name', 'multipart/form-data; boundary=x', '--x\r\nContent-Type: text/csv\r\n\r\nb\r\n--x--'],
    [
      'parts without end',
      'multipart/form-data; boundary=x',
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(50)}--x--`,
    ],
  ])('refuses %s', (_what, type, body) => {
    const read = readMultipart(type, Buffer.from(body));
    expect(read.ok ? 'read' : read.error.code).toBe('unreadable_body');
  });
});
