import { PLOTS, type Plot } from './fault-plots.ts';
import { FAULTS, landsLate, type Fault } from './world/request-faults.ts';
import type { WorldOptions } from './world/engine-world.ts';
import type { SettingsChange } from '../exotel/control/settings.ts';

/** A world in which the answer to a create is lost, or a call is odd in a way that is not a fault. */
export interface Condition {
  readonly of: keyof typeof PLOTS;
  readonly call: string;
  readonly name: string;
  readonly fault: Fault | null;
  readonly options: Pick<WorldOptions, 'exotel' | 'wire'>;
}

const LOST = FAULTS.find(({ rule }) => rule.kind === 'drop_after') ?? null;
const NOT_MADE = FAULTS.find(({ rule }) => rule.kind === 'drop_before') ?? null;

function lost(name: string, settings: SettingsChange): Condition {
  return {
    of: 'campaigns',
    call: 'create',
    name: `made, its answer lost; ${name}`,
    fault: LOST,
    options: { exotel: { settings } },
  };
}

function notMade(name: string, settings: SettingsChange): Condition {
  return {
    of: 'campaigns',
    call: 'create',
    name: `not made, no answer; ${name}`,
    fault: NOT_MADE,
    options: { exotel: { settings } },
  };
}

function counts(name: string, settings: SettingsChange): Condition {
  return {
    of: 'campaigns',
    call: 'counts',
    name: `stopped while calling; ${name}`,
    fault: null,
    options: { exotel: { settings } },
  };
}

function late(of: Condition['of'], call: string, afterSeconds: number, givenUpSeconds: number): Condition {
  const name = `given up on, and arriving ${givenUpSeconds} s after that`;
  return { of, call, name, fault: null, options: { wire: landsLate(afterSeconds) } };
}

function uploaded(name: string, rule: Fault['rule']): Condition {
  return { of: 'lists', call: 'upload', name, fault: { name, rule }, options: {} };
}

function lostUpload(name: string, settings: SettingsChange): Condition {
  const what = `taken, its answer lost; ${name}`;
  return { of: 'lists', call: 'upload', name: what, fault: LOST, options: { exotel: { settings } } };
}

const NAMED = '+919800007919';

export const CONDITIONS: readonly Condition[] = [
  ...(['contains', 'prefix', 'exact', 'fuzzy'] as const).flatMap((nameSearch) => [
    lost(`the search means "${nameSearch}"`, { nameSearch }),
    notMade(`the search means "${nameSearch}"`, { nameSearch }),
  ]),
  lost('it is listed 45 s late', { listLagMs: 45_000 }),
  lost('it is listed 100 s late, after the look-ups', { listLagMs: 100_000 }),
  lost('it is listed 150 s late, half a minute before it rings', { listLagMs: 150_000 }),
  lost('deleted campaigns are listed', { showDeleted: true }),
  lost('call details without calls are empty, not 404', { noCallsIs404: false }),
  lost('call details and counts lag two minutes', { statsLagMs: 120_000 }),
  {
    of: 'campaigns',
    call: 'create',
    name: 'one number is refused by name',
    fault: null,
    options: { exotel: { refused: [NAMED] } },
  },
  late('campaigns', 'create', 30, 10),
  late('campaigns', 'create', 100, 80),
  counts('call details and counts lag two minutes, while calls go on', { statsLagMs: 120_000 }),
  counts('call details without calls are empty, not 404', { noCallsIs404: false }),
  counts('blocked numbers leave a failed call', { blockedNumber: 'failed_call' }),
  uploaded('Exotel cannot take the file in', { kind: 'upload_failed' }),
  uploaded('Exotel takes some rows only', { kind: 'rows_failed', failedShare: 0.05 }),
  late('lists', 'upload', 50, 10),
  late('lists', 'upload', 110, 70),
  lostUpload('taking the file in lasts ten minutes', { csvProcessingMs: 600_000 }),
  lostUpload('taking the file in lasts an hour', { csvProcessingMs: 3_600_000 }),
];

export function plotOf({ of, call }: Condition): Plot {
  const plot = PLOTS[of].find((each) => each.call === call);
  if (plot === undefined) throw new Error(`No plot of ${call}`);
  return plot;
}
