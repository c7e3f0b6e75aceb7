import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { createFileCorrector } from '../../../shared/contacts/correct-file.ts';
import { Corrections } from '../../../shared/contacts/corrections.ts';
import { NumberLines } from '../../../shared/contacts/number-lines.ts';
import { checkFile, summaryOf } from './check-file.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const NUMBERS = ['9876543210', '+91 98765 43211', '09876543212', '9876543213'];
const VALUES = [
  ...NUMBERS,
  '12345',
  '98765O3210',
  'not given',
  '',
  '9876543210;9876543211',
  'a "quoted", one',
  '9.19E+11',
];
const NAMES = ['Asha', '"Sharma, Asha"', '"two\nlines"', 'José', 'आशा', '', 'a;b'];
const ENDINGS = ['\n', '\r\n', '\r'];

interface Made {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const file = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    rows: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES), fc.nat(3)), {
      minLength: 1,
      maxLength: 30,
    }),
    endings: fc.array(fc.constantFrom(...ENDINGS), { minLength: 1, maxLength: 4 }),
    encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'),
    lastLineEnds: fc.boolean(),
    isSingle: fc.boolean(),
  })
  .map(({ delimiter, rows, endings, encoding, lastLineEnds, isSingle }): Made => {
    const ending = (at: number): string => endings[at % endings.length] ?? '\n';
    const lines = rows.map(([name, value, kind]) => {
      const cell = /[",;\t]/.test(value) || kind === 1 ? `"${value.replaceAll('"', '""')}"` : value;
      if (isSingle) return cell;
      if (kind === 3 && value === '') return name;
      return [name.includes(delimiter) && !name.startsWith('"') ? `"${name}"` : name, cell, 'Pune'].join(delimiter);
    });
    const all = [isSingle ? 'Mobile' : ['Name', 'Mobile', 'City'].join(delimiter), ...lines];
    const text = all.map((line, at) => (at === all.length - 1 && !lastLineEnds ? line : line + ending(at))).join('');
    return { text, bytes: encode(text, encoding) };
  });

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with a mark') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'windows-1252')
    return Uint8Array.from(Buffer.from(text.replaceAll(/[\u0100-\u{10ffff}]/gu, 'x'), 'latin1'));
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(encoding === 'utf-16le' ? little : little.swap16());
}

function correct(made: Made, summary: CheckSummary, corrections: Corrections, pieceBytes: number): Uint8Array {
  const corrector = createFileCorrector(summary.shape, corrections.inOrder());
  const out: Uint8Array[] = [];
  for (let from = 0; from < made.bytes.length; from += pieceBytes) {
    out.push(...corrector.push(made.bytes.slice(from, from + pieceBytes)));
  }
  return Uint8Array.from(Buffer.concat([...out, ...corrector.finish()]));
}

const choices = fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...VALUES), fc.boolean()), { maxLength: 20 });

describe('corrections', () => {
  it('say of every row and every total what the check of the corrected file says', () => {
    fc.assert(
      fc.property(
        file,
        choices,
        fc.boolean(),
        fc.integer({ min: 1, max: 70 }),
        (made, chosen, callDuplicates, piece) => {
          const before = checkFile(made.bytes, { callDuplicates });
          if (!before.result.ok || before.issues.length === 0) return;
          const summary = summaryOf(before);
          const lines = new NumberLines();
          for (const [line, number] of before.accepted) if (lines.lineOf(number) === 0) lines.add(number, line);
          const corrections = new Corrections({
            country: 'IN',
            callDuplicates,
            rows: summary.rows,
            lineOf: (number) => lines.lineOf(number),
          });
          for (const [at, value, isKept] of chosen) {
            const issue = before.issues[at % before.issues.length];
            if (issue === undefined) continue;
            if (isKept) corrections.set(issue.line, value, issue.code);
            else corrections.remove(issue.line);
          }

          const pinned = { number: summary.shape.numberColumn + 1, header: summary.shape.header };
          const after = checkFile(correct(made, summary, corrections, piece), { callDuplicates, columns: pinned });
          expect(summaryOf(after).rows).toEqual(corrections.rows);
          const accepted = new Map(after.accepted);
          const refused = new Map(after.issues.map((issue) => [issue.line, issue]));
          for (const { line, code, firstLine } of before.issues) {
            const verdict = corrections.verdictOf(line);
            if (verdict?.is === 'accepted') {
              expect(accepted.get(line)).toBe(verdict.number);
              if (verdict.inPlaceOf) expect(refused.get(verdict.inPlaceOf)?.firstLine).toBe(line);
            } else if (verdict) {
              expect(refused.get(line)).toMatchObject({ code: verdict.code });
              expect(refused.get(line)?.firstLine).toBe(verdict.firstLine);
            } else {
              expect(refused.get(line)?.code).toBe(code);
              if (firstLine) expect(refused.get(line)?.firstLine).toBe(corrections.firstLineNow(firstLine));
            }
          }
        },
      ),
      { numRuns: drawnOf(80, 1_000) },
    );
  });

  it('leave every other cell as it was', () => {
    fc.assert(
      fc.property(file, choices, fc.integer({ min: 1, max: 70 }), (made, chosen, piece) => {
        const before = checkFile(made.bytes);
        if (!before.result.ok || before.issues.length === 0) return;
        const summary = summaryOf(before);
        const corrections = new Corrections({
          country: 'IN',
          callDuplicates: false,
          rows: summary.rows,
          lineOf: () => 0,
        });
        for (const [at, value] of chosen) {
          const issue = before.issues[at % before.issues.length];
          if (issue) corrections.set(issue.line, value, issue.code);
        }
        const pinned = { number: summary.shape.numberColumn + 1, header: summary.shape.header };
        const after = checkFile(correct(made, summary, corrections, piece), { columns: pinned });
        for (const [line, cells] of before.rows) {
          const value = corrections.valueOf(line);
          const expected = [...cells];
          const { numberColumn } = summary.shape;
          if (value !== undefined) {
            while (expected.length < numberColumn) expected.push('');
            expected[numberColumn] = value;
          }
          expect(after.rows.get(line)).toEqual(expected);
        }
      }),
      { numRuns: drawnOf(60, 800) },
    );
  });

  it('without one, the file is the same byte for byte where it is no UTF-16', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 70 }), (made, piece) => {
        const before = checkFile(made.bytes);
        if (!before.result.ok || before.result.value.shape.encoding.startsWith('utf-16')) return;
        const summary = summaryOf(before);
        const none = new Corrections({ country: 'IN', callDuplicates: false, rows: summary.rows, lineOf: () => 0 });
        expect(Buffer.from(correct(made, summary, none, piece)).equals(Buffer.from(made.bytes))).toBe(true);
      }),
    );
  });
});
