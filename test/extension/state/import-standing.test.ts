import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../extension/state/import-standing.ts';
import { doneOf, openOf, totalOf } from '../../../extension/state/outcome-totals.ts';
import { IMPORT_STATES } from '../../../shared/protocol/import.ts';
import { OUTCOMES, noOutcomes } from '../../../shared/protocol/outcomes.ts';

const STATES = IMPORT_STATES;
const counts = fc
  .record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, fc.nat(3)])))
  .map((some) => Object.assign(noOutcomes(), some));

describe('standingOf', () => {
  it('says finished or stopped alone only when every contact is accounted for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), counts, (state, contacts) => {
        const { code, tone, count } = standingOf({ state, contacts });
        const accounted = openOf(contacts) + contacts.unaccounted === 0;
        if (code === 'finished' || code === 'stopped' || tone === 'good') expect(accounted).toBe(true);
        expect(count).toBe(
          code === 'settling'
            ? openOf(contacts)
            : code === 'finished_short' || code === 'stopped_short'
              ? openOf(contacts) + contacts.unaccounted
              : 0,
        );
        expect(doneOf(contacts)).toBe(
          totalOf(contacts) - openOf(contacts) - contacts.unaccounted - contacts.not_attempted - contacts.suppressed,
        );
      }),
    );
  });

  it.each([
    ['finished', {}, 'finished', true],
    ['finished', { unaccounted: 73 }, 'finished_short', true],
    ['finished', { queued: 1 }, 'finished_short', true],
    ['stopped', { not_attempted: 5 }, 'stopped', true],
    ['stopped', { queued: 4_094, retrying: 89 }, 'settling', false],
    ['stopped', { unaccounted: 2 }, 'stopped_short', true],
    ['running', { unaccounted: 2 }, 'running', false],
  ] as const)('takes %s with %j for %s', (state, some, code, settled) => {
    expect(standingOf({ state, contacts: { ...noOutcomes(), completed: 3, ...some } })).toMatchObject({
      code,
      settled,
    });
  });
});
