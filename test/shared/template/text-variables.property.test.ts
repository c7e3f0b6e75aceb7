import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listHeading, listRow } from '../../../shared/contacts/list-row.ts';
import { hasNamedVariables } from '../../../shared/template/split-text.ts';
import { spokenValue } from '../../../shared/template/spoken-value.ts';
import { bindText, exotelText, fillText } from '../../../shared/template/text-variables.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const HEADINGS = [
  'Name',
  'name',
  'Last name',
  'Order',
  'Order ID',
  'Number',
  'num',
  'Amount (Rs)',
  'नाम',
  'पूरा नाम',
  'v1',
  'value2',
];
const heading = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...HEADINGS) }, fc.string({ maxLength: 8 }));
const between = fc.oneof(
  fc.constantFrom(' ', ', ', '.', '@', 's', '_2', ' ID', 'er', ' name ', 'जी', '₹'),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const cell = fc.oneof(
  fc.constantFrom('', 'Asha', '@@Name', '@', 'x@', '@number', '"a, b"', '=1+1', '$&', 'आशा', ' a  b\n'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const texts = fc.array(heading, { minLength: 1, maxLength: 7 }).chain((headings) =>
  fc.record({
    headings: fc.constant(headings),
    text: fc
      .array(fc.oneof(fc.constantFrom(...headings.map((name) => `@@${name}`)), between), { maxLength: 9 })
      .map((pieces) => pieces.join('')),
    cells: fc.array(cell, { minLength: 0, maxLength: headings.length }),
  }),
);

const RUNS = drawnOf(400, 4_500);

/** Checks a claim on every text that a template accepts and the headings can fill; there must be many of them. */
function everyText(claim: (given: { headings: string[]; text: string; cells: string[] }) => boolean): void {
  let claimed = 0;
  fc.assert(
    fc.property(texts, (given) => {
      if (hasNamedVariables(given.text) && claim(given)) claimed += 1;
    }),
    { numRuns: RUNS },
  );
  expect(claimed).toBeGreaterThan(RUNS / 5);
}

function saidOf(parts: ReturnType<typeof fillText>): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : part.value)).join('');
}

/** Replaces one variable after the other, at each place by the longest name that fits. */
function naively(text: string, headings: readonly string[], cells: readonly string[]): string {
  const longest = headings.toSorted((left, right) => right.trim().length - left.trim().length);
  let said = '';
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const name = !rest.startsWith('@@')
      ? undefined
      : longest.find((one) => {
          const trimmed = one.trim();
          const after = rest.slice(2 + trimmed.length);
          if (trimmed === '' || !rest.slice(2).toLowerCase().startsWith(trimmed.toLowerCase())) return false;
          if (/[\p{Script=Latin}\u0300-\u036f0-9_]$/u.test(trimmed))
            return !/^[\p{Script=Latin}\u0300-\u036f0-9_]/u.test(after);
          return !(
            /[\p{L}\p{M}\p{N}]$/u.test(trimmed) &&
            /^(?![\p{Script=Latin}\u0300-\u036f0-9_])[\p{L}\p{M}\p{N}\u200c\u200d]/u.test(after)
          );
        });
    if (name === undefined) {
      said += rest.charAt(0);
      at += 1;
      continue;
    }
    const written = rest.slice(2, 2 + name.trim().length);
    const exact = headings.indexOf(written);
    const column =
      exact === -1 ? headings.findIndex((one) => one.trim().toLowerCase() === written.toLowerCase()) : exact;
    said += spokenValue(cells[column]);
    at += 2 + name.trim().length;
  }
  return said;
}

/** A way in which Exotel may fill a text from a line of its list: heading after heading, in an order of its own. */
function asExotel(text: string, list: string, longestFirst: boolean): string {
  const [headers = [], values = []] = z.array(z.array(z.string())).parse(Papa.parse(list, { delimiter: ',' }).data);
  const order = headers
    .map((header, at) => ({ header, value: values[at] ?? '' }))
    .toSorted((left, right) => (right.header.length - left.header.length) * (longestFirst ? 1 : -1));
  return order.reduce((said, { header, value }) => said.replaceAll(`@@${header}`, () => value), text);
}

describe('a text with variables', () => {
  it('is filled in as someone would who reads it from left to right', () => {
    everyText(({ headings, text, cells }) => {
      const bound = bindText(text, headings);
      if (!bound.ok) return false;
      expect(saidOf(fillText(bound.value, cells))).toBe(naively(text, headings, cells));
      return true;
    });
  });

  it.each([true, false])(
    'is filled in by Exotel as it was shown, whichever heading it replaces first (longest: %s)',
    (longest) => {
      everyText(({ headings, text, cells }) => {
        const bound = bindText(text, headings);
        if (!bound.ok) return false;
        const { variables } = bound.value;
        const list = listHeading(variables) + listRow(919_876_543_210, variables, cells);
        expect(asExotel(exotelText(bound.value), list, longest)).toBe(saidOf(fillText(bound.value, cells)));
        return true;
      });
    },
  );
});
