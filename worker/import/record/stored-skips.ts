import { PACKED_NUMBERS_PER_CHUNK } from '../../../shared/people-limits.ts';
import { packNumbers, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { ScreenNumber } from '../../../shared/contacts/row-check.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from './import-record.ts';
import { checkSettings } from './import-settings.ts';
import type { ImportStore } from './import-store.ts';

const RULES = ['suppressed', 'called_recently'] as const;
type Rule = (typeof RULES)[number];

/** Numbers that rise, and for each of them the place of its reason. */
interface Skips {
  readonly numbers: Float64Array;
  readonly by: Uint32Array | null;
}

/** How the file is read again, by whatever reads it after the check: with the same people left out. */
export function settingsAgain(store: ImportStore, config: Config, record: ImportRecord): CheckSettings {
  const { template, columns, check, erasedRows } = record;
  return {
    ...checkSettings(config, template, columns, check?.shape),
    screen: check === null ? undefined : storedScreen(store, check.generation),
    erased: erasedRows.length === 0 ? undefined : new Map(erasedRows),
  };
}

/** Whom the people room will not have called. */
export function screenOf(hits: ScreenHits): ScreenNumber {
  const skips = {
    suppressed: { numbers: hits.suppressed, by: hits.suppressedBy },
    called_recently: { numbers: hits.calledRecently, by: hits.calledBy },
  };
  return (number) => find(skips, number, hits.reasons);
}

export function storeSkips(store: ImportStore, generation: number, hits: ScreenHits): void {
  const all = { suppressed: hits.suppressed, called_recently: hits.calledRecently };
  for (const rule of RULES) {
    const numbers = all[rule];
    for (let from = 0; from < numbers.length; from += PACKED_NUMBERS_PER_CHUNK) {
      store.addSkips(generation, rule, from, packNumbers(numbers.subarray(from, from + PACKED_NUMBERS_PER_CHUNK)));
    }
  }
}

function storedScreen(store: ImportStore, generation: number): ScreenNumber | undefined {
  const skips = {
    suppressed: readSkips(store, generation, 'suppressed'),
    called_recently: readSkips(store, generation, 'called_recently'),
  };
  if (skips.suppressed.numbers.length + skips.called_recently.numbers.length === 0) return undefined;
  return (number) => find(skips, number, []);
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

function find(skips: Record<Rule, Skips>, number: number, reasons: ScreenHits['reasons']): ReturnType<ScreenNumber> {
  for (const code of RULES) {
    const { numbers, by } = skips[code];
    const place = placeOf(numbers, number);
    if (place < 0) continue;
    const reason = by === null ? undefined : reasons[by[place] ?? 0];
    return reason === undefined ? { code } : { code, reason };
  }
  return null;
}

function placeOf(numbers: Float64Array, number: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === number ? from : -1;
}
