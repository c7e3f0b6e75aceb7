import type { Page } from 'playwright-core';
import { settled } from './acting.ts';
import type { Actor, Act, Scene } from './scene.ts';

/** Long for a person, short beside a command that hangs. */
const SCENE_MS = 40_000;

/** Plays scenes one after another and takes their pictures. One that goes wrong is told of, and does not end the others. */
export async function play(
  actor: Actor,
  acts: readonly Act[],
  take: (page: Page, scene: Scene) => Promise<void>,
  onProblem: (scene: string, what: string) => void,
): Promise<void> {
  actor.page.setDefaultTimeout(SCENE_MS);
  for (const scene of acts.flatMap(({ scenes }) => scenes)) {
    try {
      const page = (await scene.play(actor)) ?? actor.page;
      await settled(page);
      await take(page, scene);
      await scene.after?.(actor);
    } catch (error) {
      onProblem(scene.name, error instanceof Error ? error.message : 'failed');
    }
    await actor.page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}
