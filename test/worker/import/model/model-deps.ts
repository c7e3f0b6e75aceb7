import { listHeading, listRow } from '../../../../shared/contacts/list-row.ts';
import { ok } from '../../../../shared/result.ts';
import { totalsOf } from '../../../../worker/campaign/outcome-tracker.ts';
import { VOICE_API } from '../../../../worker/exotel/campaign-api.ts';
import { ImportEnded } from '../../../../worker/import/record/import-ended.ts';
import type { CampaignTotals, OutcomeTracker } from '../../../../worker/campaign/outcome-tracker.ts';
import type { AccountRules } from '../../../../shared/plan/plan-template.ts';
import type { EngineDeps } from '../../../../worker/import/engine/engine-ports.ts';
import type { ImportSession } from '../../../../worker/import/record/import-session.ts';

/** Everything that the engine uses, with `outside` before and after each part that is not its own memory. */
export function modelDeps(world: {
  readonly account: AccountRules;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly session: () => ImportSession;
  readonly outside: () => Promise<void>;
  readonly request: EngineDeps['client']['request'];
  readonly numbers: EngineDeps['numbers'];
  readonly minutes: EngineDeps['minutes'];
  readonly stateOf: (seq: number) => OutcomeTracker;
  readonly takeTurn: EngineDeps['takeTurn'];
  readonly endTurn: EngineDeps['endTurn'];
}): EngineDeps {
  const { account, timeoutMs, now, session, outside, numbers, minutes, stateOf } = world;

  function record() {
    const current = session().record();
    if (current === null) throw new ImportEnded();
    return current;
  }

  async function totals(seq: number, change: (state: OutcomeTracker) => void): Promise<CampaignTotals> {
    await outside();
    const state = stateOf(seq);
    change(state);
    await outside();
    return totalsOf(state, now());
  }

  return {
    rules: { timeoutMs },
    account,
    client: { request: world.request },
    phones: {
      exoPhones: async () => {
        await outside();
        return { result: ok({ items: [], total: 0 }), rate: { retryAfterMs: null, remaining: null, resetMs: null } };
      },
    },
    api: VOICE_API,
    now,
    record,
    updateRecord: (change) => {
      session().put({ ...record(), ...change });
    },
    rows: () => session().rows(),
    row: (seq) => {
      record();
      const found = session().row(seq);
      if (found === undefined) throw new Error(`No row ${seq}`);
      return found;
    },
    putRow: (next) => session().putRow(next),
    sync: outside,
    takeTurn: world.takeTurn,
    endTurn: world.endTurn,
    numbers,
    minutes: {
      promise: async (...asked) => {
        await outside();
        return minutes.promise(...asked);
      },
      release: async (seq) => {
        await outside();
        return minutes.release(seq);
      },
    },
    learnHours: outside,
    suppressed: () => outside().then(() => new Float64Array()),
    lists: {
      file: async (list) => {
        await outside();
        return new Blob([listHeading([]), ...Array.from(numbers(list), (number) => listRow(number, [], []))]);
      },
      find: async () => {
        await outside();
        return null;
      },
      remember: outside,
      release: async () => {
        await outside();
        return true;
      },
      forget: outside,
    },
    openCampaign: async ({ seq }) => {
      stateOf(seq);
      await outside();
    },
    fillCampaign: (seq, calls) =>
      totals(seq, (state) => {
        for (const call of calls) state.addCallOf(Number(call.number.slice(1)), call);
      }),
    countAs: (seq, refused, as) => totals(seq, (state) => state.refuse(refused, as)),
    closeCampaign: (seq, uncalled) => totals(seq, (state) => state.close(uncalled)),
    callbackUrls: async () => {
      await outside();
      return { call: 'https://a/1', schedule: 'https://a/2', message: 'https://a/3', campaign: 'https://a/4' };
    },
  };
}
