import { describe, expect, it } from 'vitest';
import { areLinesJoined } from '../../../shared/columns/joined-lines.ts';

describe('the only row of a file', () => {
  it.each([
    ['a name behind a number', ['Asha', '9876543210Bina', '9123456789']],
    ['a place before a number', ['9876543210', 'Pune9123456789', 'Goa']],
    ['a name in Hindi', ['आशा', '9876543210बीना', '9123456789']],
    ['a record separator', ['Asha', '9876543210\u001eBina', '9123456789']],
    ['a line separator', ['Asha', '9876543210\u2028Bina', '9123456789']],
  ])('is several lines in one, by %s', (_, cells) => {
    expect(areLinesJoined(cells, 2, 'IN')).toBe(true);
  });

  it.each([
    ['one contact', ['Asha', 'Pune', '9876543210']],
    ['an address', ['Asha', 'asha9123456789@example.com', '9876543210']],
    ['an id at a bank', ['Asha', '9123456789@ybl', '9876543210']],
    ['another number with its label', ['Asha', 'Mob: 9123456789', '9876543210']],
    ['a licence', ['Asha', 'MH1420110012345', '9876543210']],
    ['a date and a PAN', ['2026-11-30', 'ABCDE1234F', '9876543210']],
  ])('is one line, with %s', (_, cells) => {
    expect(areLinesJoined(cells, 2, 'IN')).toBe(false);
  });
});
