import { createEngineWorld, type EngineWorld, type WorldOptions } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import { nameOutcome } from './world/name-outcome.ts';
import type { Plot } from './fault-plots.ts';
import type { Fault } from './world/request-faults.ts';

const CONTACTS_EACH = 120;

/** Faults of an accepted file; they do not spoil the answer to a request. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['upload_failed', 'rows_failed']);

export interface PlotRun {
  readonly outcome: string;
  /** Broken invariants, empty when all held. */
  readonly wrongs: readonly string[];
}

/** Plays one plot to the end of the import: its call is spoilt once, and a person resumes when the import asks for it. */
export async function runPlot(
  plot: Plot,
  fault: Fault | null,
  options: Pick<WorldOptions, 'exotel' | 'wire'> = {},
): Promise<PlotRun> {
  // Blocked numbers have no call and are known only from counts, which other tests cover.
  const mix = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
  const world = await createEngineWorld({
    way: plot.way,
    lists: 1,
    campaigns: plot.campaigns,
    contactsEach: CONTACTS_EACH,
    ...options,
    exotel: { mix, ...options.exotel },
  });
  try {
    await plot.before(world);
    const from = requestsOf(world).length;
    if (fault !== null) world.exotel.control.addFaults({ ...fault.rule, operation: plot.operation, skip: plot.skip });
    plot.act(world);
    await world.runUntil(() => plot.reached(world) || world.needsPerson());
    const waited = world.needsPerson();
    if (waited) world.steer('run');
    await world.runUntil(() => plot.reached(world));
    const requests = [...requestsOf(world)];
    if (world.state() === 'paused') world.steer('run');
    await world.runToTheEnd();
    const spoilt = requests.findIndex(
      (request, at) => at >= from && request.fault !== null && request.op === plot.operation,
    );
    const isMet = fault === null || spoilt >= 0 || OF_THE_FILE.has(fault.rule.kind);
    const missed = !isMet ? ['the fault was never met'] : [];
    return {
      outcome: nameOutcome(world, plot, { waited, requests, spoilt }),
      wrongs: [...missed, ...wrongsOf(world)],
    };
  } finally {
    await world.close();
  }
}

function requestsOf(world: EngineWorld) {
  return world.exotel.control.ledger().requests;
}

/** How many worlds run at once: enough to overlap their waiting, and so few that the load makes no answer late. */
const AT_ONCE = 4;

/** Runs all items, a few at a time, and answers the results in the order of the items. */
export async function runAll<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(run))));
  return results;
}
