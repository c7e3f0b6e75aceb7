import { z } from 'zod';
import { viewOutcomes } from '../dialler/call-outcomes.ts';
import { callbackFaults } from '../faults/callback-faults.ts';
import type { CallbackFaultsChange } from '../faults/callback-faults.ts';
import { isTerminal } from '../campaigns/campaign-status.ts';
import type { Driver } from '../dialler/driver.ts';
import { faultRule } from '../faults/faults.ts';
import type { FaultRuleChange } from '../faults/faults.ts';
import { toIst } from '../campaigns/ist-time.ts';
import { viewSummary } from './ledger-summary.ts';
import { LEDGER_VIEWS, viewLedger } from './ledger-views.ts';
import { scriptChange } from '../dialler/outcome-script.ts';
import type { ScriptChange } from '../dialler/outcome-script.ts';
import type { ReplayRule } from '../faults/replays.ts';
import { applySettings, settingsChange } from './settings.ts';
import type { SettingsChange } from './settings.ts';
import { viewMessageOutcomes } from '../sms/message-views.ts';
import type { RealClock, VirtualClock } from '../dialler/virtual-clock.ts';
import type { World } from '../world.ts';

export const clockChange = z.strictObject({
  speed: z.number().positive().max(10_000_000).optional(),
  /** Only forwards; everything that is due before this instant happens first. */
  skipTo: z.iso.datetime({ offset: true }).optional(),
  skipIdle: z.boolean().optional(),
  idleAfterMs: z.number().nonnegative().optional(),
});
type ClockChange = z.input<typeof clockChange>;

export const resetChange = z.strictObject({
  /** The instant at which the virtual clock starts again; the real now unless given. */
  startAt: z.iso.datetime({ offset: true }).optional(),
  speed: z.number().positive().optional(),
  settings: settingsChange.optional(),
  script: scriptChange.optional(),
});
export type ResetChange = z.input<typeof resetChange>;

type ClockState = { readonly now: string; readonly speed: number };

/** What tests read and change outside the API itself. The same is offered over HTTP. */
export type Control = {
  readonly ledger: () => ReturnType<typeof viewLedger>;
  /** One part of the ledger; the other parts are not computed. */
  readonly ledgerPart: (part: keyof typeof LEDGER_VIEWS) => unknown;
  readonly summary: () => ReturnType<typeof viewSummary>;
  readonly outcomes: () => ReturnType<typeof viewOutcomes>;
  /** The outcome of every number of the message campaigns. */
  readonly messageOutcomes: () => ReturnType<typeof viewMessageOutcomes>;
  /** Whether any campaign, of calls or messages, has not started yet, is running or is paused. */
  readonly isUnfinished: () => boolean;
  readonly addFaults: (...rules: readonly FaultRuleChange[]) => void;
  readonly clearFaults: () => void;
  readonly faults: () => ReturnType<World['faults']['list']>;
  /** The next request of an operation gets exactly this answer and is not carried out. */
  readonly replay: (rule: ReplayRule) => void;
  readonly setCallbackFaults: (faults: CallbackFaultsChange) => void;
  readonly setScript: (change: ScriptChange) => void;
  readonly setSettings: (change: SettingsChange) => void;
  readonly settings: () => Readonly<World['account']['settings']>;
  readonly clock: () => ClockState;
  readonly setClock: (change: ClockChange) => Promise<ClockState>;
  /** Empties the account and restores the settings of the start. Ids continue, so that none is used twice. */
  readonly reset: (change?: ResetChange) => void;
};

type Parts = {
  readonly world: () => World;
  readonly makeWorld: (change: ResetChange) => void;
  readonly clock: VirtualClock;
  readonly driver: Driver;
  readonly real: RealClock;
};

export function createControl({ world, makeWorld, clock, driver, real }: Parts): Control {
  const clockState = (): ClockState => ({ now: toIst(clock.now()), speed: driver.speed() });

  async function setClock(change: ClockChange): Promise<ClockState> {
    const { speed, skipTo, skipIdle, idleAfterMs } = clockChange.parse(change);
    if (speed !== undefined) driver.setSpeed(speed);
    if (skipTo !== undefined) await driver.skipTo(Date.parse(skipTo));
    driver.setIdleSkip({
      ...(skipIdle === undefined ? {} : { isOn: skipIdle }),
      ...(idleAfterMs === undefined ? {} : { afterMs: idleAfterMs }),
    });
    return clockState();
  }

  function upToDate(): World {
    driver.pump();
    world().account.book.settle(real.now());
    return world();
  }

  return {
    ledger: () => viewLedger(upToDate().account),
    ledgerPart: (part) => LEDGER_VIEWS[part](upToDate().account),
    summary: () => viewSummary(upToDate().account),
    outcomes: () => viewOutcomes(upToDate().account.ledger),
    messageOutcomes: () => viewMessageOutcomes(upToDate().account.ledger),
    isUnfinished: () => {
      const { campaigns, messageCampaigns } = upToDate().account.ledger;
      return [...campaigns, ...messageCampaigns].some(({ status }) => !isTerminal(status));
    },
    addFaults: (...rules) => {
      for (const rule of rules) world().faults.add(faultRule.parse(rule));
    },
    replay: (rule) => {
      world().replays.add(rule);
    },
    clearFaults: () => {
      world().faults.clear();
      world().replays.clear();
      world().sender.setFaults(callbackFaults.parse({}));
    },
    faults: () => world().faults.list(),
    setCallbackFaults: (faults) => {
      world().sender.setFaults(callbackFaults.parse(faults));
    },
    setScript: (change) => {
      world().account.script.change(scriptChange.parse(change));
    },
    setSettings: (change) => {
      applySettings(upToDate().account.settings, settingsChange.parse(change));
      driver.pump();
    },
    settings: () => ({ ...world().account.settings }),
    clock: clockState,
    setClock,
    reset: (change = {}) => {
      makeWorld(resetChange.parse(change));
      driver.pump();
    },
  };
}
