import { describe, expect, it } from 'vitest';
import {
  readMost,
  readPercent,
  readRupees,
  readWhole,
  typedOf,
} from '../../../../extension/screens/rules/read-rule.ts';
import { MAX_CAP_COUNT, MAX_RUPEES } from '../../../../shared/people-limits.ts';
import { settingsChangeSchema } from '../../../../shared/protocol/settings.ts';
import { err, ok } from '../../../../shared/result.ts';

describe('what is typed into a rule', () => {
  it.each([
    ['3', ok(3)],
    [' 1,000 ', ok(1_000)],
    ['', ok(null)],
    ['0', err('whole')],
    ['2.5', err('whole')],
    ['-1', err('whole')],
    ['three', err('whole')],
    [String(MAX_CAP_COUNT), ok(MAX_CAP_COUNT)],
    [String(MAX_CAP_COUNT + 1), err('whole')],
  ])('is a count, or no limit: %j', (text, read) => {
    expect(readMost(text)).toEqual(read);
  });

  it('is a whole number within its bounds, and never nothing', () => {
    expect(readWhole('24', 1, 720)).toEqual(ok(24));
    expect(readWhole('', 1, 720)).toEqual(err('whole'));
    expect(readWhole('721', 1, 720)).toEqual(err('whole'));
  });

  it.each([
    ['0.85', ok(0.85)],
    ['₹ 1,200.50', ok(1_200.5)],
    ['Rs. 12', ok(12)],
    ['0', ok(0)],
    ['', ok(null)],
    ['₹', err('rupees')],
    ['-1', err('rupees')],
    ['1e3', err('rupees')],
    ['1.2.3', err('rupees')],
    [String(MAX_RUPEES + 1), err('rupees')],
  ])('is an amount in rupees, or not known: %j', (text, read) => {
    expect(readRupees(text)).toEqual(read);
  });

  it.each([
    ['15', ok(15)],
    ['12.5 %', ok(12.5)],
    ['100%', ok(100)],
    ['0', ok(0)],
    ['', err('percent')],
    ['101', err('percent')],
    ['-1', err('percent')],
  ])('is a percentage: %j', (text, read) => {
    expect(readPercent(text)).toEqual(read);
  });

  it('is taken by the Worker whenever it is taken here, and shows again as it was', () => {
    for (const text of ['', '1', '0.0001', String(MAX_RUPEES)]) {
      const read = readRupees(text);
      const pulse = read.ok ? read.value : 'wrong';
      expect(settingsChangeSchema.safeParse({ prices: { pulse } }).success).toBe(true);
      expect(typedOf(read.ok ? read.value : null)).toBe(text);
    }
  });
});
