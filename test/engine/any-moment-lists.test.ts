import { describe, expect, it } from 'vitest';
import { dieAnywhere, pressAnywhere } from './meet-moments.ts';
import type { FaultRuleChange } from '../exotel/faults/faults.ts';
import type { Way } from './world/world-template.ts';

const SIZE = { campaigns: 1, contactsEach: 24, lists: 2 };

const WAYS: readonly Way[] = ['static', 'dynamic', 'sms'];

const ANSWERS: Readonly<Record<string, readonly FaultRuleChange[]>> = {
  'all goes well': [],
  'the answer to an upload is lost': [{ operation: 'csv_upload', kind: 'drop_after' }],
  'an upload never arrives': [{ operation: 'csv_upload', kind: 'drop_before' }],
  'an upload is refused': [{ operation: 'csv_upload', kind: 'refuse' }],
  'a file is not taken in': [{ operation: 'csv_upload', kind: 'upload_failed' }],
};

describe('an import of lists whose process dies', () => {
  for (const [story, way] of WAYS.entries()) {
    it(`puts everyone into one list and calls each once, wherever that is: ${way}`, async () => {
      expect(await dieAnywhere({ ...SIZE, way }, [], story)).toEqual([]);
    });
  }
  for (const [place, [what, faults]] of Object.entries(ANSWERS).slice(1).entries()) {
    it(`does so wherever that is, when ${what}`, async () => {
      expect(await dieAnywhere({ ...SIZE, way: 'static' }, faults, WAYS.length + place)).toEqual([]);
    });
  }
});

describe('a button pressed on an import of lists', () => {
  for (const [turn, target] of (['stop', 'pause'] as const).entries()) {
    for (const [place, [what, faults]] of Object.entries(ANSWERS).entries()) {
      it(`for ${target} at any moment is obeyed and leaves no list behind, when ${what}`, async () => {
        expect(await pressAnywhere({ ...SIZE, way: 'static' }, faults, target, turn + 2 * place)).toEqual([]);
      });
    }
    it(`for ${target} at any moment of an import of messages is obeyed`, async () => {
      expect(await pressAnywhere({ ...SIZE, way: 'sms' }, [], target, turn)).toEqual([]);
    });
  }
});
