import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { LONGEST_CALL_MINUTES } from '../../../shared/people-limits.ts';
import { findPress } from '../../../worker/people/key-press.ts';
import { createLedgerStore } from '../../../worker/people/ledger-store.ts';
import type { Keys } from '../../../shared/people/key-meaning.ts';

afterEach(reset);

const WHO = 919_810_010_001;
const OTHER = 919_810_010_002;
const NOW = 29_000_000;
const OPTS_OUT: Keys = { '9': 'opt_out' };
const INTERESTED: Keys = { '9': 'interested' };
const CALLBACK: Keys = { '9': 'callback' };

/** A launch, oldest first. Its campaign is under way, or called its people this many minutes ago; null: nobody. */
interface Launched {
  readonly keys: Keys;
  readonly people?: readonly number[];
  readonly called?: number | null;
}

let runs = 0;
/** The launch to which the key is attributed, and its meaning. */
async function meant(...launches: readonly Launched[]): Promise<string | null> {
  runs += 1;
  return runInDurableObject(env.PEOPLE.getByName(`press ${runs}`), (_, { storage }) => {
    const ledger = createLedgerStore(storage.sql);
    ledger.migrate();
    for (const [at, { keys, people = [WHO], called }] of launches.entries()) {
      const life = `launch ${at + 1}`;
      const numbers = packNumbers(Float64Array.from(people));
      const claim = { life, importId: life, template: 't1', name: life, by: 'asha', at, channel: 'voice' as const };
      ledger.claim({ ...claim, attempts: 1, keys, confirmed: true, heading: 0 }, [{ seq: 1, numbers, marks: null }]);
      if (called === undefined) continue;
      const minute = called === null ? 0 : NOW - called;
      const minutes = Uint32Array.from(people, () => minute);
      // One of its people was called a moment ago, so that the launch is always considered.
      ledger.settle({ life, seq: 1, numbers, made: Uint8Array.from(people, () => 1), minutes, lastMinute: NOW });
    }
    const times = { since: NOW - 24 * 60, callsSince: NOW - LONGEST_CALL_MINUTES };
    const found = findPress(ledger, { numbers: [WHO], digits: '"9"', call: null }, times);
    return found === null ? null : `${found.import.id}: ${found.meaning}`;
  });
}

describe('a key pressed in a call that several launches may have made', () => {
  it.each<[string, readonly Launched[], string | null]>([
    ['the older takes people off, and both are under way', [{ keys: OPTS_OUT }, { keys: INTERESTED }], '1: opt_out'],
    ['the newer takes people off', [{ keys: INTERESTED }, { keys: OPTS_OUT }], '2: opt_out'],
    [
      'the oldest of three takes people off',
      [{ keys: OPTS_OUT }, { keys: CALLBACK }, { keys: INTERESTED }],
      '1: opt_out',
    ],
    [
      'the older that takes people off called a moment ago',
      [{ keys: OPTS_OUT, called: 3 }, { keys: INTERESTED }],
      '1: opt_out',
    ],
    [
      'the older that takes people off called hours ago, so that nobody is in that call any more',
      [{ keys: OPTS_OUT, called: LONGEST_CALL_MINUTES + 1 }, { keys: INTERESTED }],
      '2: interested',
    ],
    [
      'the older that takes people off never came to call this person',
      [{ keys: OPTS_OUT, called: null }, { keys: INTERESTED }],
      '2: interested',
    ],
    [
      'the older that takes people off calls somebody else',
      [{ keys: OPTS_OUT, people: [OTHER] }, { keys: INTERESTED }],
      '2: interested',
    ],
    ['neither takes people off: the newer counts', [{ keys: INTERESTED }, { keys: CALLBACK }], '2: callback'],
    ['the newer gives the key no meaning', [{ keys: INTERESTED }, { keys: {} }], '1: interested'],
    ['nobody calls this person', [{ keys: OPTS_OUT, people: [OTHER] }], null],
  ])('%s', async (_what, launches, expected) => {
    expect(await meant(...launches)).toBe(expected === null ? null : `launch ${expected}`);
  });
});
