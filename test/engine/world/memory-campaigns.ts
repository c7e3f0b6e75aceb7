import { CONTACTS_PER_CHUNK } from '../../../shared/limits.ts';
import { readToldNumber } from '../../../worker/exotel/told-number.ts';
import { createOutcomeTracker } from '../../../worker/campaign/outcome-tracker.ts';
import type { OutcomeTracker, CampaignTotals } from '../../../worker/campaign/outcome-tracker.ts';
import type { EngineDeps } from '../../../worker/import/engine/engine-ports.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

type Peers = Pick<EngineDeps, 'openCampaign' | 'fillCampaign' | 'countAs' | 'closeCampaign'>;

/** Counts the campaigns of an import as their objects do, without the objects. */
export function createMemoryCampaigns(
  template: Template,
  numbers: EngineDeps['numbers'],
  now: () => number,
): Peers & { readonly outcomeOf: (seq: number, index: number) => string } {
  const states = new Map<number, OutcomeTracker>();

  function change(seq: number, by: (state: OutcomeTracker) => void): Promise<CampaignTotals | null> {
    const state = states.get(seq);
    if (state === undefined) return Promise.resolve(null);
    by(state);
    return Promise.resolve({
      outcomes: { ...state.counts },
      unfinished: state.unfinished(),
      pressed: {},
      readings: state.readings(),
      asOf: now(),
    });
  }

  return {
    openCampaign: (row) => {
      if (!states.has(row.seq)) {
        const retry = template.channel === 'voice' ? template.retries : { count: 0, on: [] };
        const state = { numbers: numbers(row), retry, chunkSize: CONTACTS_PER_CHUNK, readNumber };
        states.set(row.seq, createOutcomeTracker(state));
      }
      return Promise.resolve();
    },
    fillCampaign: (seq, calls) =>
      change(seq, (state) => {
        for (const call of calls) {
          const number = readNumber(call.number);
          if (number !== null) state.addCallOf(number, { ...call, read: true });
        }
      }),
    countAs: (seq, refused, as) => change(seq, (state) => state.refuse(refused, as)),
    closeCampaign: (seq, uncalled) => change(seq, (state) => state.close(uncalled)),
    outcomeOf: (seq, index) => states.get(seq)?.outcome(index) ?? 'queued',
  };
}

function readNumber(text: string): number | null {
  const number = readToldNumber(text, 'IN');
  return number === null ? null : Number(number.slice(1));
}
