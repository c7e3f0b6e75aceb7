import type { Control } from '../../exotel/control/control.ts';

/**
 * The stand-in's clock while nobody lets it run: it stands. Whom a campaign has called, and whether it is over, then hangs
 * on no machine's speed; it is so slow instead of at rest because a clock has a speed.
 */
export const STANDING = { skipIdle: false, speed: 0.001 } as const;

/** Lets that clock run, over idle times at once, until `standStill`. */
export async function letRun(control: Control, speed: number): Promise<void> {
  await control.setClock({ speed, skipIdle: true });
}

export async function standStill(control: Control): Promise<void> {
  await control.setClock(STANDING);
}
