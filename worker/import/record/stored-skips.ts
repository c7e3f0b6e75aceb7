import { PACKED_NUMBERS_PER_CHUNK } from '../../../shared/people-limits.ts';
import { screenOfSkips, SKIP_RULES, type Skips } from '../../../shared/people/screen-file.ts';
import { packNumbers, sortedOnce, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { ScreenNumber } from '../../../shared/people/left-out.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from './import-record.ts';
import { checkSettings } from './import-settings.ts';
import type { ImportStore } from './import-store.ts';

type Rule = (typeof SKIP_RULES)[number];

/** Settings for reading the file again after the check, with the same people left out. */
export function settingsAgain(store: ImportStore, config: Config, record: ImportRecord): CheckSettings {
  const { template, columns, check, erasedRows } = record;
  return {
    ...checkSettings(config, template, columns, check?.shape),
    screen: check === null ? undefined : storedScreen(store, check.generation),
    erased: erasedRows.length === 0 ? undefined : new Map(erasedRows),
  };
}

/**
 * `notToCall`: numbers that the file itself says not to call, stored among the listed ones, so that every later reading
 * leaves them out, also one by an earlier version.
 */
export function storeSkips(
  store: ImportStore,
  generation: number,
  hits: ScreenHits,
  notToCall: readonly number[],
): void {
  const all = { suppressed: withMore(hits.suppressed, notToCall), called_recently: hits.calledRecently };
  for (const rule of SKIP_RULES) {
    const numbers = all[rule];
    for (let from = 0; from < numbers.length; from += PACKED_NUMBERS_PER_CHUNK) {
      store.addSkips(generation, rule, from, packNumbers(numbers.subarray(from, from + PACKED_NUMBERS_PER_CHUNK)));
    }
  }
}

function withMore(listed: Float64Array, more: readonly number[]): Float64Array {
  if (more.length === 0) return listed;
  const both = new Float64Array(listed.length + more.length);
  both.set(listed);
  both.set(more, listed.length);
  return sortedOnce(both);
}

function storedScreen(store: ImportStore, generation: number): ScreenNumber | undefined {
  const skips = {
    suppressed: readSkips(store, generation, 'suppressed'),
    called_recently: readSkips(store, generation, 'called_recently'),
  };
  if (skips.suppressed.numbers.length + skips.called_recently.numbers.length === 0) return undefined;
  return screenOfSkips(skips, []);
}

function readSkips(store: ImportStore, generation: number, rule: Rule): Skips {
  const chunks = store.skips(generation, rule).map(unpackNumbers);
  const numbers = new Float64Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    numbers.set(chunk, at);
    at += chunk.length;
  }
  return { numbers, by: null };
}
