import type { CallbackSender } from '../callbacks/callback-sender.ts';
import type { Engine } from './engine.ts';
import type { RealClock, VirtualClock } from './virtual-clock.ts';

/** The engine's steps before the event loop gets its turn. */
const BUDGET = 20_000;
const LONGEST_TIMER_MS = 60_000;

type IdleSkip = {
  /** If no campaign runs and no request comes, the clock jumps to the next `send_at` or callback retry. */
  readonly isOn: boolean;
  /** Real milliseconds without a request before the clock jumps. */
  readonly afterMs: number;
};

export type Driver = {
  /**
   * Lets the engine catch up with the clock and sets the next timer. Called before every request and after every
   * change.
   */
  readonly pump: () => void;
  readonly requestArrived: () => void;
  /** Runs everything up to an instant; the clock then continues from there. */
  readonly skipTo: (instant: number) => Promise<void>;
  /** Virtual seconds per real second while campaigns run; with the idle skip on, it is one while none runs. */
  readonly speed: () => number;
  readonly setSpeed: (speed: number) => void;
  readonly setIdleSkip: (skip: Partial<IdleSkip>) => void;
  readonly close: () => void;
};

type Parts = {
  readonly clock: VirtualClock;
  readonly real: RealClock;
  readonly engine: () => Engine;
  readonly sender: () => CallbackSender;
  /** The earliest `send_at` that lies ahead. */
  readonly nextStartAt: () => number | null;
  readonly idleSkip: IdleSkip;
  readonly speed: number;
};

/**
 * Holds the only timer. If the engine cannot keep up, the clock waits for it, so that no request sees work half done:
 * at high speeds the clock is as fast as the machine.
 */
export function createDriver({
  clock,
  real,
  engine,
  sender,
  nextStartAt,
  idleSkip: startSkip,
  speed: startSpeed,
}: Parts): Driver {
  let timer: NodeJS.Timeout | undefined;
  let lastRequestAt = real.now();
  let skip = startSkip;
  let speed = startSpeed;
  let closed = false;

  function catchUp(): boolean {
    const now = clock.now();
    const reached = engine().advance(now, BUDGET);
    if (reached < now) clock.moveTo(reached);
    sender().release();
    // Clients live in real time, so the clock must not run ahead of them while nothing happens.
    clock.setSpeed(skip.isOn && !engine().isBusy() ? Math.min(1, speed) : speed);
    return reached >= now;
  }

  function pump(): void {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(wake, catchUp() ? delayToNext() : 0);
  }

  function wake(): void {
    const target = idleTarget();
    if (target !== null && real.now() >= lastRequestAt + skip.afterMs) clock.moveTo(Math.max(target, clock.now()));
    pump();
  }

  function delayToNext(): number {
    const next = nextAt();
    const due = next === null ? LONGEST_TIMER_MS : Math.ceil(clock.realMsUntil(next));
    const idle = idleTarget() === null ? LONGEST_TIMER_MS : lastRequestAt + skip.afterMs - real.now();
    return Math.max(0, Math.min(due, idle, LONGEST_TIMER_MS));
  }

  function nextAt(): number | null {
    const instants = [engine().nextAt(), sender().nextAt()].filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  function idleTarget(): number | null {
    if (!skip.isOn || engine().isBusy() || sender().isBusy()) return null;
    const instants = [nextStartAt(), sender().nextAt()].filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  async function skipTo(instant: number): Promise<void> {
    while (clock.now() < instant) {
      clock.moveTo(engine().advance(instant, BUDGET));
      sender().release();
      await new Promise(setImmediate);
    }
    pump();
  }

  return {
    pump,
    requestArrived: () => {
      lastRequestAt = real.now();
    },
    skipTo,
    speed: () => speed,
    setSpeed: (next) => {
      pump();
      speed = next;
      pump();
    },
    setIdleSkip: (change) => {
      skip = { ...skip, ...change };
      pump();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
