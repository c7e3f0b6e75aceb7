import { TRAIL_DAYS, TRAIL_LINES_DROPPED_COUNT } from '../../shared/team-limits.ts';
import { maskJson } from '../../shared/team/mask-numbers.ts';
import { sha256Hex } from '../sha256-hex.ts';
import type { TrailLine } from '../../shared/protocol/team.ts';
import type { createTrailStore } from './trail-store.ts';

/** The facts of a line, before it gets its place in the chain. */
export type TrailFacts = Omit<TrailLine, 'seq' | 'at' | 'prev'>;

export const NO_FACTS = {
  role: null,
  identity: null,
  result: 'done',
  code: null,
  on: null,
  before: null,
  after: null,
  counts: null,
  note: null,
} as const satisfies Partial<TrailFacts>;

/**
 * Appends lines one after another. Each holds the hash of the line before it, so that changing or removing one is
 * noticed.
 */
export function createTrail(store: ReturnType<typeof createTrailStore>) {
  let turn: Promise<void> = Promise.resolve();

  async function write(facts: TrailFacts): Promise<void> {
    const last = store.last();
    // Lines are written in turns, so no other line is written while this waits.
    const prev = last === null ? '' : await sha256Hex(last.line);
    const seq = (last?.seq ?? 0) + 1;
    const now = Date.now();
    const line = { seq, at: new Date(now).toISOString(), ...withoutNumbers(facts), prev };
    store.append(seq, now, JSON.stringify(line));
    store.dropBefore(now - TRAIL_DAYS * 86_400_000, TRAIL_LINES_DROPPED_COUNT);
  }

  return {
    append(facts: TrailFacts): Promise<void> {
      const written = turn.then(() => write(facts));
      turn = written.catch(() => {});
      return written;
    },
  };
}

function withoutNumbers(facts: TrailFacts): object {
  const masked = maskJson(facts);
  return typeof masked === 'object' && masked !== null ? masked : {};
}
