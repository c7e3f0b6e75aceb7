import { goTo, heading, press } from './acting.ts';
import { IMPORTS } from './cast.ts';
import type { ImportPart } from './cast.ts';
import type { Act, Actor, Scene } from './scene.ts';

async function watch(actor: Actor, { id, name }: ImportPart): Promise<void> {
  await goTo(actor, `#/import/${id}`);
  await heading(actor.page, name);
}

function watched(name: string, about: string, part: ImportPart): Scene {
  return { name, about, play: (actor) => watch(actor, part) };
}

/** A dialog that says what a button will do. */
function asked(name: string, about: string, part: ImportPart, button: (actor: Actor) => string): Scene {
  return {
    name,
    about,
    async play(actor) {
      await watch(actor, part);
      await press(actor.page, button(actor));
      await actor.page.getByRole('dialog').waitFor();
    },
  };
}

export const WATCH_ACT: Act = {
  title: 'Step 5: watch',
  scenes: [
    watched('watch', 'An import that runs', IMPORTS.running),
    watched('watch-lists', 'Lists on their way to Exotel, before their campaigns', IMPORTS.lists),
    watched('watch-paused', 'Paused', IMPORTS.paused),
    watched('watch-attention', 'Something needs a person', IMPORTS.attention),
    watched('watch-finished', 'Finished: every contact has an outcome', IMPORTS.finished),
    watched('watch-sms', 'Messages, sent', IMPORTS.sent),
    watched('watch-stopped', 'Stopped', IMPORTS.stopped),
    watched('watch-ready', 'Checked at the Worker, not started', IMPORTS.ready),
    {
      name: 'watch-again',
      about: 'Calling those again who did not answer',
      async play(actor) {
        const { page, words } = actor;
        await watch(actor, IMPORTS.finished);
        const label = words.watch.again(0).split('0')[0] ?? '';
        await page.getByRole('button', { name: label }).click();
        await heading(page, words.watch.againHeading);
      },
    },
    {
      name: 'watch-gone',
      about: 'An import that no longer exists',
      async play(actor) {
        await goTo(actor, '#/import/no-longer-there');
        await actor.page.getByText(actor.words.watch.gone, { exact: true }).waitFor();
      },
    },
    asked('ask-pause', 'Before pausing', IMPORTS.running, ({ words }) => words.watch.pause),
    asked('ask-stop', 'Before stopping', IMPORTS.running, ({ words }) => words.watch.stop),
    asked(
      'ask-give-up',
      'Before giving a campaign up',
      IMPORTS.attention,
      ({ words }) => words.watch.decisions.give_up,
    ),
    asked('ask-delete', 'Before everything is deleted', IMPORTS.finished, ({ words }) => words.watch.deleteImport),
  ],
};
