/** Virtual time: real time multiplied by a speed, moved forward by jumps and held back while the engine catches up. */
export type VirtualClock = {
  readonly now: () => number;
  readonly speed: () => number;
  readonly setSpeed: (speed: number) => void;
  /** Sets the clock to this instant, from which it continues. */
  readonly moveTo: (ms: number) => void;
  /** Real milliseconds until an instant, never below zero. */
  readonly realMsUntil: (ms: number) => number;
};

export type RealClock = { readonly now: () => number };

export function createVirtualClock(real: RealClock, startAt: number, startSpeed: number): VirtualClock {
  let speed = startSpeed;
  let virtualAnchor = startAt;
  let realAnchor = real.now();

  const now = (): number => virtualAnchor + (real.now() - realAnchor) * speed;
  const moveTo = (ms: number): void => {
    realAnchor = real.now();
    virtualAnchor = ms;
  };
  return {
    now,
    speed: () => speed,
    setSpeed: (next) => {
      if (next === speed) return;
      moveTo(now());
      speed = next;
    },
    moveTo,
    realMsUntil: (ms) => Math.max(0, (ms - now()) / speed),
  };
}
