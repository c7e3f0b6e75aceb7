import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile, summaryOf } from '../../contacts/check-file.ts';
import type { CheckSettings } from '../../../../shared/contacts/check-contacts.ts';

const numberAt = (at: number): number => 9_876_543_210 + at * 37;

/** Read as the Worker and the browser do: again, if a row further down says not to call one above. */
function readTwice(text: string, settings: Partial<CheckSettings> = {}, pieceBytes?: number) {
  const first = checkFile(text, settings, pieceBytes);
  const { calledBefore } = summaryOf(first);
  return calledBefore.length === 0 ? first : checkFile(text, { ...settings, asked: calledBefore }, pieceBytes);
}

function called(text: string, settings: Partial<CheckSettings> = {}): number[] {
  return readTwice(text, settings).accepted.map(([, number]) => number - 910_000_000_000);
}

function listOf(heading: string, cells: readonly string[]): string {
  return `Name,Mobile,${heading}\n${cells.map((cell, at) => `P${at},${numberAt(at)},${cell}\n`).join('')}`;
}

const MARKS = ['Do not call', 'DND', 'DNC (Y/N)', 'Opt-out', 'Unsubscribed', 'Blacklisted?', 'कॉल न करें'];
const ALLOWS = ['Call? (Y/N)', 'OK to call', 'Call allowed', 'To be called', 'कॉल करें'];
/** Such headings count only if their cells say yes and no. */
const MAY_MARK = ['Exclude', 'Deceased', 'Wrong number (Y/N)'];
const YES = ['yes', 'YES', 'y', 'true', '1', '✓', 'हाँ', 'Yes (by phone)'];
const NO = ['no', 'N', 'false', '0', '✗', 'नहीं'];
const WORDS = ['DND', 'Do not call', "Don't call again", 'Opted out', 'unsubscribed', 'कॉल न करें', 'call mat karo'];

describe('a column beside the number', () => {
  it('leaves out whom it marks, however that is written', () => {
    const no = [...NO, '', 'NA'];
    for (const heading of [...MARKS, ...MAY_MARK]) {
      const rung = called(listOf(heading, [...YES, ...no]));
      expect([heading, rung]).toEqual([heading, no.map((_, at) => numberAt(YES.length + at))]);
    }
  });

  it('leaves out whom it does not allow', () => {
    for (const heading of ALLOWS) {
      const rung = called(listOf(heading, [...YES, ...NO]));
      expect([heading, rung]).toEqual([heading, YES.map((_, at) => numberAt(at))]);
    }
  });

  it.each(['Status', 'Remarks', 'Lead Stage', 'Anything', 'टिप्पणी'])('says it in words below %s', (heading) => {
    const others = ['Hot', 'Never called', 'Not interested'];
    expect(called(listOf(heading, [...others, ...WORDS]))).toEqual(others.map((_, at) => numberAt(at)));
  });

  it('leaves nobody out by what is about something else', () => {
    for (const heading of ['Email Opt Out', 'Called (Y/N)', 'City', 'Call Attempts', 'Active', 'Married (Y/N)'])
      expect([heading, called(listOf(heading, ['yes', 'no', '1', '0']))]).toEqual([
        heading,
        [0, 1, 2, 3].map(numberAt),
      ]);
  });

  it('is not used if a person says so, or says another', () => {
    const text = 'Mobile,DND,Other\n9876543210,yes,\n9876543247,,yes\n';
    expect(called(text)).toEqual([9876543247]);
    expect(called(text, { columns: { doNotCall: [] } })).toEqual([9876543210, 9876543247]);
    expect(called(text, { columns: { doNotCall: ['Other'] } })).toEqual([9876543210]);
  });

  it.each([
    ['DND', ['Category 1', '', 'Category 2'], true],
    ['Do not call', ['9876543210', '', '9123456789'], true],
    ['Consent', ['yes', 'no', 'yes'], true],
    ['Call? (Y/N)', ['Y', '', 'Y'], true],
    ['Call', ['1', '0', '1'], true],
    ['DND', ['yes', '', 'no'], false],
    ['DND', ['x', '', 'X'], false],
    ['Consent', ['yes', 'yes', 'yes'], false],
    ['Call? (Y/N)', ['Y', 'N', ''], false],
    ['Status', ['DND', 'Hot', ''], false],
  ])('%s with %j is unsure: %s', (heading, cells, isUnsure) => {
    const { shape } = summaryOf(checkFile(listOf(heading, cells)));
    expect(shape.doNotCall).toEqual({ columns: [2], unsure: isUnsure ? 2 : null });
  });

  it('keeps somebody out who asked in any row, and counts every row once, in whatever pieces it is read', () => {
    const row = fc.record({ person: fc.nat(6), marked: fc.boolean(), bad: fc.nat(9).map((dice) => dice === 0) });
    const places = fc.constantFrom('before', 'behind');
    const read = fc.tuple(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      places,
      fc.boolean(),
      fc.integer({ min: 1, max: 400 }),
    );
    fc.assert(
      fc.property(read, ([rows, place, callDuplicates, pieceBytes]) => {
        const lines = rows.map(({ person, marked, bad }) => {
          const [number, mark] = [bad ? '98' : String(numberAt(person)), marked ? 'Yes' : ''];
          return place === 'before' ? `P,${mark},${number}` : `P,${number},${mark}`;
        });
        const text = [place === 'before' ? 'Name,DND,Mobile' : 'Name,Mobile,DND', ...lines, ''].join('\n');
        const file = readTwice(text, { callDuplicates }, pieceBytes);
        const asked = new Set(rows.flatMap(({ person, marked, bad }) => (marked && !bad ? [person] : [])));
        const meant = new Set(rows.flatMap(({ person, bad }) => (!bad && !asked.has(person) ? [person] : [])));
        const rung = file.accepted.map(([, number]) => number - 910_000_000_000);
        expect(new Set(rung)).toEqual(new Set([...meant].map(numberAt)));
        const { rows: counts, issues, leftOutByColumn } = summaryOf(file);
        const { total, ...bins } = counts;
        expect([total, Object.values(bins).reduce((sum, count) => sum + count, 0)]).toEqual([rows.length, rows.length]);
        expect(counts.suppressed).toBe(rows.filter(({ person, bad }) => !bad && asked.has(person)).length);
        expect([issues.do_not_call ?? 0, leftOutByColumn.reduce((sum, by) => sum + by.rows, 0)]).toEqual([
          counts.suppressed,
          rows.filter(({ marked, bad }) => marked && !bad).length,
        ]);
        expect(readTwice(text, { callDuplicates }).accepted).toEqual(file.accepted);
      }),
      { numRuns: 100 },
    );
  });
});
