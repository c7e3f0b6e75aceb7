import { describe, expect, it } from 'vitest';
import { callSid, campaignId, dateStamp, hexId } from './ids.ts';
import { readRfc3339, toIst, toIstNanos, toIstWords } from '../campaigns/ist-time.ts';
import { readNumber } from '../campaigns/phone.ts';

describe('dateStamp', () => {
  it.each([
    ['2022-08-08T16:33:22+05:30', '1688'],
    ['2020-11-24T23:52:19+05:30', '14bo'],
    ['2021-06-21T22:28:47+05:30', '156l'],
    ['2021-07-11T12:08:01+05:30', '157b'],
    ['2022-08-08T00:00:01+05:30', '1688'],
  ])('ends an id of %s as Exotel’s samples do', (day, stamp) => {
    expect(dateStamp(Date.parse(day))).toBe(stamp);
  });
});

describe('ids', () => {
  it('have Exotel’s lengths and do not collide', () => {
    const at = Date.parse('2022-08-08T16:33:22+05:30');
    const calls = new Set(Array.from({ length: 20_000 }, (_, n) => callSid(1, n % 7, n, at)));
    expect([calls.size, hexId(1, 'a').length, campaignId(1, 1, at).length, callSid(1, 1, 1, at).length]).toEqual([
      20_000, 32, 36, 32,
    ]);
  });
});

describe('times', () => {
  const at = Date.parse('2022-08-08T16:33:22.749+05:30');

  it('are written at +05:30 whatever the zone of the machine', () => {
    expect([toIst(at), toIstWords(at), toIstNanos(at, 572_683)]).toEqual([
      '2022-08-08T16:33:22+05:30',
      '2022-08-08 16:33:22',
      '2022-08-08T16:33:22.749572683+05:30',
    ]);
  });

  it.each([
    ['2022-08-08T11:03:22Z', '2022-08-08T16:33:22+05:30'],
    ['2024-02-29T00:00:00+05:30', '2024-02-29T00:00:00+05:30'],
  ])('reads %s', (text, ist) => {
    expect(toIst(readRfc3339(text) ?? 0)).toBe(ist);
  });

  it.each([
    '2022-08-08',
    '2022-08-08T16:33:22',
    '2023-02-29T00:00:00Z',
    '2022-08-08T25:00:00Z',
    '2022-13-01T00:00:00Z',
    '',
  ])('refuses %s', (text) => {
    expect(readRfc3339(text)).toBeNull();
  });
});

describe('readNumber', () => {
  it.each([
    ['+919810010001', '+919810010001'],
    ['9810010001', '+919810010001'],
    ['09810010001', '+919810010001'],
    ['02222728000', '+912222728000'],
    ['+14155552671', '+14155552671'],
    ['+919810010', null],
    ['+91 98100 10001', null],
    ['call me', null],
    ['', null],
  ])('takes %s for %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});
