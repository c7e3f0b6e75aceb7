import { describe, expect, it } from 'vitest';
import { isPassing } from '../../../extension/api/api-fault.ts';
import type { ApiFault } from '../../../extension/api/api-fault.ts';

const refused = (status: number, reason: string): ApiFault => ({
  code: 'refused',
  status,
  reason,
  message: '',
  details: null,
});

describe('isPassing', () => {
  it.each<ApiFault>([
    { code: 'unreachable' },
    { code: 'timed_out' },
    { code: 'not_dialsheet', status: 502 },
    { code: 'not_dialsheet', status: 429 },
    refused(500, 'internal'),
    refused(503, 'overloaded'),
    refused(429, 'overloaded'),
  ])('waits out %j', (fault) => {
    expect(isPassing(fault)).toBe(true);
  });

  it.each<ApiFault>([
    { code: 'unreadable_answer' },
    { code: 'not_dialsheet', status: 404 },
    refused(401, 'unauthorised'),
    refused(400, 'invalid_file'),
    refused(500, 'misconfigured'),
  ])('asks a person about %j', (fault) => {
    expect(isPassing(fault)).toBe(false);
  });
});
