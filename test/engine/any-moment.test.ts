import { describe, expect, it } from 'vitest';
import { dieAnywhere, pressAnywhere } from './meet-moments.ts';
import type { FaultRuleChange } from '../exotel/faults/faults.ts';

const SIZE = { campaigns: 2, contactsEach: 25 };

const ANSWERS: Readonly<Record<string, readonly FaultRuleChange[]>> = {
  'all goes well': [],
  'the answer to a create is lost': [{ operation: 'create', kind: 'drop_after' }],
  'a create never arrives': [{ operation: 'create', kind: 'drop_before' }],
  'a create is refused': [{ operation: 'create', kind: 'refuse' }],
  'a create is throttled': [{ operation: 'create', kind: 'throttled', retryAfterSeconds: 3 }],
};

describe('an import whose process dies', () => {
  for (const [story, [way, faults]] of Object.entries(ANSWERS).entries()) {
    it(`is launched once and accounted for, wherever that is, when ${way}`, async () => {
      expect(await dieAnywhere(SIZE, faults, story)).toEqual([]);
    });
  }
});

describe('a button pressed', () => {
  for (const [turn, target] of (['stop', 'pause'] as const).entries()) {
    for (const [place, [way, faults]] of Object.entries(ANSWERS).entries()) {
      it(`for ${target} at any moment is obeyed to the end, when ${way}`, async () => {
        expect(await pressAnywhere(SIZE, faults, target, turn + 2 * place)).toEqual([]);
      });
    }
  }
});
