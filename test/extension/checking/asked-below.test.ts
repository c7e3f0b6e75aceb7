import { describe, expect, it } from 'vitest';
import { runJob } from '../../../extension/checking/run-job.ts';
import { unpackNumbers } from '../../../shared/people/packed-numbers.ts';

describe('a check of a file in which a row further down says not to call somebody above', () => {
  it('reads it again without them, and names them for later readings', async () => {
    const file = new Blob(['Name,Mobile,DND\nAsha,9876543210,\nBina,9123456789,\nAsha,9876543210,Yes\n']);
    const job = { job: 'check', file, settings: { country: 'IN' }, isMessage: false, gathers: true } as const;
    const heard = await runJob(job, () => {});
    if (heard.type !== 'checked' || heard.numbers === null) throw new Error(heard.type);
    const { rows, calledBefore, leftOutByColumn } = heard.checked.summary;
    expect({ called: [...unpackNumbers(heard.numbers)], rows, calledBefore, leftOutByColumn }).toEqual({
      called: [919123456789],
      rows: { total: 3, accepted: 1, duplicate: 0, invalid: 0, blank: 0, suppressed: 2, called_recently: 0 },
      calledBefore: [919876543210],
      leftOutByColumn: [{ column: 2, rows: 1 }],
    });
  });
});
