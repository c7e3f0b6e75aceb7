import { describe, expect, it } from 'vitest';
import { notKeptBecause } from '../../../extension/storage/not-kept.ts';

describe('notKeptBecause', () => {
  it.each([
    ['full', new DOMException('', 'QuotaExceededError')],
    ['file_changed', new DOMException('', 'NotReadableError')],
    ['file_changed', new DOMException('', 'NotFoundError')],
    // Firefox in a private window says: "A mutation operation was attempted on a database that did not allow
    // mutations."
    ['no_database', new DOMException('', 'InvalidStateError')],
    ['no_database', new DOMException('', 'SecurityError')],
    ['unknown', new DOMException('', 'UnknownError')],
    ['unknown', new TypeError('x')],
  ])('says %s where the browser says %o', (reason, error) => {
    expect(notKeptBecause(error)).toEqual({ reason, error: error.name });
  });

  it('knows nothing of what is no error, whatever it is called', () => {
    expect(notKeptBecause('QuotaExceededError')).toEqual({ reason: 'unknown', error: 'string' });
    expect(notKeptBecause(Object.assign(new Error('x'), { name: 'toString' }))).toEqual({
      reason: 'unknown',
      error: 'toString',
    });
  });
});
