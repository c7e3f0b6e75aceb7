import { describe, expect, it } from 'vitest';
import { readClock, readClockTyped } from '../../../extension/state/read-clock.ts';

describe('a time of day as it is typed', () => {
  it.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9', '09:00'],
    [' 9.30 ', '09:30'],
    ['930', '09:30'],
    ['2100', '21:00'],
    ['21 15', '21:15'],
    ['9 am', '09:00'],
    ['9:30PM', '21:30'],
    ['9.30 p.m.', '21:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['00:00', '00:00'],
    ['24:00', '24:00'],
  ])('is read on a 24-hour clock: %s', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  it.each(['', '24:01', '25:00', '9:60', '13 pm', '0 am', '9:5', '12345', 'nine', '-9:00', '9:00:00'])(
    'is refused where there is no such time: %s',
    (text) => {
      expect(readClock(text)).toBe(null);
    },
  );

  it('is not taken while it may be the beginning of another', () => {
    const steps = ['1', '10', '10:', '10:3', '10:30', '10:30 ', '10:30 p', '10:30 pm'];
    expect(steps.map(readClockTyped)).toEqual([null, null, null, null, '10:30', '10:30', null, '22:30']);
    expect(['1', '18', '183', '1830'].map(readClockTyped)).toEqual([null, null, null, '18:30']);
  });
});
