import { once } from 'node:events';
import { answerRequest } from './http/answer-request.ts';
import { answerControl } from './control/control-routes.ts';
import { createControl } from './control/control.ts';
import type { Control, ResetChange } from './control/control.ts';
import { createDriver } from './dialler/driver.ts';
import { answerAtOnce } from './http/fetch-at-once.ts';
import type { AtOnce } from './http/fetch-at-once.ts';
import { createHttpServer } from './http/http-server.ts';
import type { Reply } from './http/http-server.ts';
import type { ScriptChange } from './dialler/outcome-script.ts';
import { createPoster } from './callbacks/post-callback.ts';
import type { Incoming } from './http/route.ts';
import type { SettingsChange } from './control/settings.ts';
import { createVirtualClock } from './dialler/virtual-clock.ts';
import type { RealClock } from './dialler/virtual-clock.ts';
import { createWorld, nextStartAt } from './world.ts';

/**
 * A stand-in for Exotel's v2 campaigns of calls and of messages, with their lists and uploads, over real HTTP: it
 * validates, schedules, dials and sends on a virtual clock, calls back, fails on demand, and keeps a ledger by which
 * tests judge what happened.
 *
 * Known from Exotel's pages: paths, fields, limits, the envelope with its oddities (207 on the list, counters of 0 on a
 * single GET, `POST` claimed by updates, nanoseconds in `DateCreated`), which action is legal when, that one bad number
 * refuses a whole campaign, two of the three callbacks.
 * Guessed: codes and shapes of most refusals, 409 for an illegal action, how `name=` matches, the doubling of
 * exponential retries, whether DND and invalid numbers have a call, the call callback, callback retries. Where a guess
 * could matter there is a switch in settings.ts; docs/exotel.md says how sure each fact is.
 */
export type ExotelOptions = ScriptChange & {
  readonly settings?: SettingsChange;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly key?: string;
  readonly token?: string;
  readonly sid?: string;
  readonly exophones?: readonly string[];
  /** With the same seed, the same requests give the same ids and outcomes. */
  readonly seed?: number;
  /** Virtual seconds per real second. */
  readonly speed?: number;
  /** The virtual instant of the start, in milliseconds; the real now unless given. */
  readonly startAt?: number;
  /** Jumps to the next `send_at` when no campaign runs; on unless the speed is 1 or less. */
  readonly skipIdle?: boolean;
  readonly idleAfterMs?: number;
  /** The source of real time. A test with simulated time passes its own here, at speed 1. */
  readonly real?: RealClock;
};

export type Exotel = {
  readonly url: string;
  readonly port: number;
  readonly control: Control;
  /** The same answers without a network, for tests with simulated time. */
  readonly atOnce: AtOnce;
  readonly close: () => Promise<void>;
};

const CALLBACKS_AT_ONCE = 16;
const CALLBACK_TIMEOUT_MS = 15_000;

export async function startExotel(options: ExotelOptions = {}): Promise<Exotel> {
  const {
    port = 0,
    host = '127.0.0.1',
    seed = 1,
    speed = 1,
    startAt,
    skipIdle = speed > 1,
    idleAfterMs = 300,
    real = { now: Date.now },
  } = options;
  const { key = 'demo-key', token = 'demo-token', sid = 'dialsheet-demo' } = options;
  const { exophones = ['08088919888', '+918088919888'], settings = {}, script, mix, refused, messages } = options;
  const identity = { key, token, sid, exophones };
  const clock = createVirtualClock(real, startAt ?? real.now(), speed);
  const poster = createPoster(CALLBACKS_AT_ONCE, CALLBACK_TIMEOUT_MS);
  const start = { identity, seed, settings, script: { script, mix, refused, messages } };
  const shared = { poster, clock, onChange: () => driver.pump() };

  let world = createWorld(start, shared);
  const driver = createDriver({
    clock,
    real,
    engine: () => world.account.engine,
    sender: () => world.sender,
    nextStartAt: () => nextStartAt(world),
    idleSkip: { isOn: skipIdle, afterMs: idleAfterMs },
    speed,
  });
  const counts = { request: 0, campaign: 0 };

  function makeWorld(change: ResetChange): void {
    driver.setSpeed(change.speed ?? speed);
    clock.moveTo(change.startAt === undefined ? (startAt ?? real.now()) : Date.parse(change.startAt));
    world.sender.stop();
    world = createWorld({ ...start, settings: { ...start.settings, ...change.settings } }, shared);
    if (change.script !== undefined) world.account.script.change(change.script);
  }
  const control = createControl({ world: () => world, makeWorld, clock, driver, real });

  async function reply(incoming: Incoming): Promise<Reply> {
    if (incoming.url.pathname.startsWith('/_control')) {
      const answer = await answerControl(control, incoming.method, incoming.url, incoming.body);
      return { answer, delivery: 'send', delayMs: 0, onSent: () => undefined };
    }
    driver.requestArrived();
    driver.pump();
    const { answer, delivery, delayMs, entry } = answerRequest(world, incoming, {
      now: clock.now(),
      realNow: real.now(),
      nextOrdinal: (of) => (counts[of] += 1),
    });
    driver.pump();
    return {
      answer,
      delivery,
      delayMs,
      onSent: (status) => {
        entry.status = status;
      },
    };
  }

  const server = createHttpServer(reply);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${boundPort}`,
    port: boundPort,
    control,
    atOnce: answerAtOnce(reply),
    close: async () => {
      driver.close();
      world.sender.stop();
      poster.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
