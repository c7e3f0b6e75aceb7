import { setTimeout as wait } from 'node:timers/promises';

/** Only ends what hangs: on a busy machine a step takes several times as long. */
export const PATIENCE_MS = 120_000;
/** Each look is work for the browser as well. */
const LOOK_AGAIN_MS = 250;

/** Asks until there is an answer. What is thrown meanwhile, by a page that is changing, counts as none yet. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error instanceof Error ? `: ${error.message}` : '';
    }
    if (Date.now() > end) throw new Error(`Waited too long for ${what}${last}`);
    await wait(LOOK_AGAIN_MS);
  }
}
