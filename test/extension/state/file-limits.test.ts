import { describe, expect, it } from 'vitest';
import { fileLimits, isNearLimit } from '../../../extension/state/draft/file-limits.ts';
import { MAX_FILE_BYTES, MAX_FILE_ROWS } from '../../../shared/limits.ts';

describe('fileLimits', () => {
  it('are what both this version and the Worker take', () => {
    const limits = { fileBytes: MAX_FILE_BYTES - 1, fileRows: MAX_FILE_ROWS + 1, numbersPerCampaign: 1, retries: 1 };
    expect(fileLimits({ limits })).toEqual({ bytes: MAX_FILE_BYTES - 1, rows: MAX_FILE_ROWS });
    expect(fileLimits(null)).toEqual({ bytes: MAX_FILE_BYTES, rows: MAX_FILE_ROWS });
  });
});

describe('isNearLimit', () => {
  it('begins after four fifths of it', () => {
    expect([799, 800, 801, 1_000].map((size) => isNearLimit(size, 1_000))).toEqual([false, false, true, true]);
  });
});
