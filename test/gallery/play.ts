import { settled } from './acting.ts';
import type { Actor, Act } from './scene.ts';
import { takePictures } from './camera.ts';

/** Long for a person, short beside a command that hangs. */
const SCENE_MS = 40_000;

/** Plays scenes one after another and takes their pictures. Answers what went wrong; one scene does not end the others. */
export async function play(actor: Actor, acts: readonly Act[], folder: string, language: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, play, after } of acts.flatMap(({ scenes }) => scenes)) {
    try {
      actor.page.setDefaultTimeout(SCENE_MS);
      const page = (await play(actor)) ?? actor.page;
      await settled(page);
      await takePictures(page, folder, name, language);
      await after?.(actor);
    } catch (error) {
      problems.push(`${name} in ${language}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}`);
    }
    await actor.page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  return problems;
}
