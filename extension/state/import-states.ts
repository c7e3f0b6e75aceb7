import type { ImportState } from '../../shared/protocol/import.ts';

/** How a state looks, beside its word; colour must not be the only sign. */
export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'danger';

interface StateFacts {
  readonly tone: Tone;
  /** Nothing will change any more. */
  readonly settled: boolean;
  /** Calls were or are being handed to Exotel. */
  readonly launched: boolean;
}

export const IMPORT_STATE_FACTS: Readonly<Record<ImportState, StateFacts>> = {
  receiving: { tone: 'neutral', settled: false, launched: false },
  checked: { tone: 'neutral', settled: false, launched: false },
  launching: { tone: 'active', settled: false, launched: true },
  running: { tone: 'active', settled: false, launched: true },
  paused: { tone: 'warn', settled: false, launched: true },
  stopping: { tone: 'warn', settled: false, launched: true },
  stopped: { tone: 'neutral', settled: true, launched: true },
  finished: { tone: 'good', settled: true, launched: true },
  failed: { tone: 'danger', settled: true, launched: false },
  needs_attention: { tone: 'danger', settled: false, launched: true },
};
