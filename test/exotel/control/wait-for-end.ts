import type { Control } from './control.ts';

const LOOK_EVERY_MS = 10;

/** Waits, in real time, until every campaign of the stand-in has ended; answers whether they did in time. */
export async function waitForEnd(control: Control, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (Date.now() < giveUpAt) {
    if (!control.isUnfinished()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}
