/** How much faster than real time a Worker lives, and since when (in ms of the real clock, when both are the same). */
export interface Pace {
  readonly since: number;
  readonly speed: number;
}

const realNow = Date.now;
const realTimeout = globalThis.setTimeout;

export const virtualTime = ({ since, speed }: Pace, real = realNow()): number => since + (real - since) * speed;
export const realTime = ({ since, speed }: Pace, virtual: number): number => since + (virtual - since) / speed;

/** From now on this process lives by the quicker clock; its alarms are set and read by `realTime` and `virtualTime`. */
export function hurry(pace: Pace): void {
  Date.now = () => Math.round(virtualTime(pace));
  const quick = (work: () => void, ms = 0, ...rest: []) => realTimeout(work, ms / pace.speed, ...rest);
  Object.assign(globalThis, { setTimeout: quick });
}
