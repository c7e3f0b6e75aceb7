import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRfc3339, fromWallMs, isTimeZone, toWallMs } from '../../../shared/plan/zoned-time.ts';
import { ZONES, wallText } from './zones.ts';

const instants = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2060, 0) / 1000 }).map((s) => s * 1000);
const zones = fc.constantFrom(...ZONES);
const wall = (text: string): number => Date.parse(`${text}Z`);

describe('isTimeZone', () => {
  it.each(['Asia/Kolkata', 'asia/kolkata', 'UTC', 'America/Argentina/Buenos_Aires'])('knows %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Asia/Kolkatta', 'IST+5', '../etc/passwd', 'x'.repeat(100_000)])('does not know %.20s', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('toWallMs', () => {
  it('shows what the clock on the wall shows, in every zone', () => {
    fc.assert(
      fc.property(instants, zones, (epochMs, zone) => {
        const shown = new Date(toWallMs(epochMs, zone)).toISOString().slice(0, 19).replace('T', ' ');
        expect(shown).toBe(wallText(epochMs, zone));
      }),
    );
  });

  it('keeps milliseconds, before 1970 as well', () => {
    expect(toWallMs(1_795_353_200_123, 'Asia/Kolkata') % 1000).toBe(123);
    expect(toWallMs(-1, 'UTC')).toBe(-1);
  });
});

describe('fromWallMs', () => {
  it('goes back to the same instant, or to its twin when the clock passes twice', () => {
    fc.assert(
      fc.property(instants, zones, (epochMs, zone) => {
        const wallMs = toWallMs(epochMs, zone);
        const both = [fromWallMs(wallMs, zone, 'first'), fromWallMs(wallMs, zone, 'last')];
        expect(both).toContain(epochMs);
        expect(both.map((at) => toWallMs(at, zone))).toEqual([wallMs, wallMs]);
      }),
    );
  });

  it.each([
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
    ['America/Havana', '2026-11-01T00:00:00', '2026-11-01T04:00:00Z', '2026-11-01T05:00:00Z'],
  ])('tells the two passings of a repeated time apart in %s', (zone, local, first, last) => {
    expect(fromWallMs(wall(local), zone, 'first')).toBe(Date.parse(first));
    expect(fromWallMs(wall(local), zone, 'last')).toBe(Date.parse(last));
  });

  it.each([
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:00:00Z'],
    ['Africa/Cairo', '2026-04-24T00:00:00', '2026-04-23T22:00:00Z'],
    ['Pacific/Apia', '2011-12-30T09:00:00', '2011-12-30T10:00:00Z'],
  ])('gives the instant of the skip for a time %s never shows', (zone, local, skip) => {
    expect(fromWallMs(wall(local), zone, 'first')).toBe(Date.parse(skip));
    expect(fromWallMs(wall(local), zone, 'last')).toBe(Date.parse(skip));
  });
});

describe('formatRfc3339', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-22T03:30:00.999Z', '2026-11-22T09:00:00+05:30'],
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59-05:00'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00-04:00'],
    ['America/St_Johns', '2026-01-01T00:00:00Z', '2025-12-31T20:30:00-03:30'],
    ['UTC', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00+00:00'],
  ])('writes the offset of %s at %s', (zone, instant, written) => {
    expect(formatRfc3339(Date.parse(instant), zone)).toBe(written);
  });

  it('writes the same instant in every zone', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        expect(Date.parse(formatRfc3339(at, zone))).toBe(at);
      }),
    );
  });

  it('keeps the instant where the offset had seconds', () => {
    const at = Date.UTC(1960, 0);
    expect(Date.parse(formatRfc3339(at, 'Africa/Monrovia'))).toBe(at);
  });
});
