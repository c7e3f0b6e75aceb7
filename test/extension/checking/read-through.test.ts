import { noRows } from '../../../shared/contacts/bins.ts';
import { describe, expect, it } from 'vitest';
import { readThrough } from '../../../extension/checking/read-through.ts';
import { makeContactFile } from '../../fixtures/make-contact-file.ts';

const SETTINGS = { country: 'IN' };
const nobody = { accepted() {}, issue() {} };

describe('readThrough', () => {
  it('counts every row of a file once, and tells how far it is', async () => {
    const made = makeContactFile({ accepted: 1_240, duplicate: 7, invalid: 4, blank: 2 });
    const file = new Blob([made.bytes()]);
    const told: number[] = [];

    const read = await readThrough(file, SETTINGS, nobody, (done) => told.push(done));

    expect(read.ok && read.value.rows).toEqual({ ...noRows(), ...made.rows });
    expect(told.at(-1)).toBe(file.size);
  });

  it('stops reading at a fault of the whole file', async () => {
    const told: number[] = [];
    const picture = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), new Uint8Array(1_000_000)]);

    const read = await readThrough(picture, SETTINGS, nobody, (done) => told.push(done));

    expect(read).toEqual({ ok: false, error: { code: 'not_a_text_file', looksLike: 'image' } });
    expect(told.length).toBeLessThan(16);
  });
});
