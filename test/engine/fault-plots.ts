import { EXOTEL_TIMEOUT_SECONDS } from '../../shared/limits.ts';
import type { ExotelClient } from '../../worker/exotel/client.ts';
import type { FaultKind, FaultRuleChange } from '../exotel/faults.ts';
import type { EngineWorld, SimulatedTime } from './engine-world.ts';

type Operation = NonNullable<FaultRuleChange['operation']>;

/** A call to Exotel, and the moment in an import's life when it is made and spoilt. */
export interface Plot {
  readonly call: string;
  readonly operation: Operation;
  /** How many of these calls go well first. */
  readonly skip: number;
  readonly campaigns: number;
  /** What the outcome is about: how often the campaign was sent, or how the call itself went on. */
  readonly tells: 'sending' | 'call';
  /** Drives to the moment before the call. */
  readonly before: (world: EngineWorld) => Promise<unknown>;
  /** What a person does to make it happen. */
  readonly act: (world: EngineWorld) => void;
  readonly reached: (world: EngineWorld) => boolean;
}

const isRinging = (world: EngineWorld) => world.rows().some((row) => row.state === 'in_progress');
const isSent = (world: EngineWorld) => world.rows().every((row) => row.sid !== null);
const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);
const nothing = () => undefined;

const untilRinging = (world: EngineWorld) => world.runUntil(() => isRinging(world));
const launch = {
  tells: 'call' as const,
  skip: 0,
  campaigns: 2,
  before: () => Promise.resolve(),
  act: nothing,
  reached: isClosed,
};
const stop = {
  tells: 'call' as const,
  skip: 0,
  campaigns: 2,
  before: untilRinging,
  act: (world: EngineWorld) => world.steer('stop'),
  reached: isClosed,
};

/** The answer to the create is lost, so that the look-up has something to find out. */
function afterLost(kind: FaultKind) {
  return {
    ...launch,
    tells: 'sending' as const,
    campaigns: 1,
    before: (world: EngineWorld) => Promise.resolve(world.exotel.control.addFaults({ operation: 'create', kind })),
  };
}

export const PLOTS: readonly Plot[] = [
  { ...launch, tells: 'sending', call: 'create', operation: 'create' },
  { ...afterLost('drop_after'), call: 'look-up of one that was made', operation: 'list' },
  { ...afterLost('drop_before'), call: 'look-up of one that was not', operation: 'list' },
  { ...launch, call: 'reading', operation: 'list' },
  {
    ...launch,
    call: 'pause',
    operation: 'action',
    before: untilRinging,
    act: (world) => world.steer('pause'),
    reached: (world) => world.state() === 'paused',
  },
  {
    ...launch,
    call: 'resume',
    operation: 'action',
    before: async (world) => {
      await untilRinging(world);
      world.steer('pause');
      await world.runUntil(() => world.state() === 'paused');
    },
    act: (world) => world.steer('run'),
  },
  // Stopping what rings takes two actions: a pause, then this.
  { ...stop, call: 'complete', operation: 'action', skip: 1 },
  { ...stop, call: 'delete', operation: 'delete', before: (world) => world.runUntil(() => isSent(world)) },
  // The first look comes before the first call has ended.
  { ...launch, call: 'call details', operation: 'calls', skip: 1 },
  { ...stop, call: 'counts', operation: 'get' },
];

export interface Fault {
  readonly name: string;
  readonly rule: Omit<FaultRuleChange, 'operation' | 'skip'>;
}

const plain = (name: string, kind: FaultKind): Fault => ({ name, rule: { kind } });

/** Under the real time that stands for the timeout, and well over it. */
const IN_TIME_MS = 20;
const TOO_LATE_MS = 2_000;

export const FAULTS: readonly Fault[] = [
  plain('refused (400)', 'refuse'),
  plain('207 with a failed item', 'item_failed'),
  plain('401', 'unauthorised'),
  plain('402', 'payment_required'),
  plain('403', 'forbidden'),
  { name: '429 with Retry-After', rule: { kind: 'throttled', retryAfterSeconds: 7 } },
  { name: '429 without headers', rule: { kind: 'throttled', headers: false } },
  plain('dropped before it was done', 'drop_before'),
  plain('dropped after', 'drop_after'),
  plain('500 before', 'error_before'),
  plain('500 after', 'error_after'),
  plain("a gateway's 502 before", 'gateway_html_before'),
  plain("a gateway's 502 after", 'gateway_html_after'),
  plain('no answer, not done', 'timeout_before'),
  plain('no answer, done', 'timeout_after'),
  plain('reset in the middle of the answer', 'reset_mid_body'),
  plain('garbage', 'garbage'),
  plain('truncated JSON', 'truncated_json'),
  { name: 'slow, in time', rule: { kind: 'slow', delayMs: IN_TIME_MS } },
  { name: 'slow, too late', rule: { kind: 'slow', delayMs: TOO_LATE_MS } },
];

/** The first POST is given up on, and arrives after all `afterSeconds` later, as when a proxy held on to it. */
export function landsLate(afterSeconds: number) {
  return (client: ExotelClient, time: SimulatedTime): ExotelClient => {
    let held: { readonly at: number; readonly send: () => Promise<unknown> } | null = null;
    let isFirst = true;
    return {
      request: async (method, path, body) => {
        if (held !== null && time.now() >= held.at) {
          const { send } = held;
          held = null;
          await send();
        }
        if (method !== 'POST' || !isFirst) return client.request(method, path, body);
        isFirst = false;
        held = { at: time.now() + afterSeconds * 1000, send: () => client.request(method, path, body) };
        time.pass(EXOTEL_TIMEOUT_SECONDS * 1000);
        const rate = { retryAfterMs: null, remaining: null, resetMs: null };
        return { result: { ok: false, error: { code: 'in_doubt', reason: 'timeout', status: null } }, rate };
      },
    };
  };
}
