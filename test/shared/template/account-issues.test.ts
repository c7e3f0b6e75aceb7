import { describe, expect, it } from 'vitest';
import { accountIssues } from '../../../shared/template/account-issues.ts';
import { makeTemplate } from './make-template.ts';

const account = { callsPerMinute: 60, window: { openMinute: 9 * 60, closeMinute: 21 * 60 } };

function codesOf(overrides: Parameters<typeof makeTemplate>[0]): string[] {
  return accountIssues(makeTemplate(overrides), account).map(({ path, code }) => `${path} ${code}`);
}

describe('accountIssues', () => {
  it('finds nothing wrong with a template that leaves both to the account', () => {
    expect(codesOf({})).toEqual([]);
  });

  it.each([1, 59])('takes a throttle of %i under 60', (throttle) => {
    expect(codesOf({ throttle })).toEqual([]);
  });

  it.each([60, 61])('refuses a throttle of %i under 60', (throttle) => {
    expect(codesOf({ throttle })).toEqual(['throttle throttle_not_below_account']);
  });

  it.each([
    { from: '09:00', to: '21:00' },
    { from: '12:00', to: '12:01' },
  ])('takes $from to $to inside the account', (window) => {
    expect(codesOf({ window })).toEqual([]);
  });

  it.each([
    { from: '08:59', to: '21:00' },
    { from: '09:00', to: '21:01' },
    { from: '00:00', to: '24:00' },
  ])('refuses $from to $to', (window) => {
    expect(codesOf({ window })).toEqual(['window window_outside_account']);
  });

  it.each([
    ['promotional', '09:00', '10:00'],
    ['recovery', '19:00', '20:00'],
  ] as const)('refuses hours of a %s template that its purpose leaves nothing of', (purpose, from, to) => {
    expect(codesOf({ purpose, window: { from, to } })).toEqual(['window window_outside_purpose']);
    expect(codesOf({ purpose, window: { from: '10:00', to: '19:00' } })).toEqual([]);
  });

  it('names the hours and the pace of the account', () => {
    const issues = accountIssues(makeTemplate({ window: { from: '08:00', to: '10:00' }, throttle: 60 }), account);
    expect(issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining('09:00-21:00'),
      expect.stringContaining('60 calls per minute'),
    ]);
  });
});
