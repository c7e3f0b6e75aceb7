import { goTo, heading, press } from './acting.ts';
import { IMPORTS, personalRows } from './cast.ts';
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
    watched('watch-ready', 'Checked at the Worker, not started', IMPORTS.ready),
    {
      name: 'watch-search',
      about: 'Find a number',
      async play(actor) {
        const { page, words } = actor;
        await watch(actor, IMPORTS.sent);
        await page.getByLabel(words.search.label, { exact: true }).fill(personalRows(1)[0]?.[1] ?? '');
        await press(page, words.search.look);
        await page.getByText(words.search.row(2)).first().waitFor();
      },
    },
    {
      name: 'watch-again',
      about: 'Calling those again who did not answer',
      async play(actor) {
        const { page, words } = actor;
        await watch(actor, IMPORTS.finished);
        const [label = ''] = words.watch.again(0).split('(');
        await page.getByRole('button', { name: label.trim() }).click();
        await heading(page, words.watch.againHeading);
      },
    },
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
