import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { goTo, heading } from './acting.ts';
import { IMPORTS, TEMPLATES } from './cast.ts';
import type { Act, Actor } from './scene.ts';

async function atHome(actor: Actor): Promise<void> {
  await actor.page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
}

export const HOME_ACT: Act = {
  title: 'Home',
  scenes: [
    {
      name: 'home',
      about: 'Start something new, or go to what is under way',
      async play(actor) {
        await goTo(actor, '');
        await atHome(actor);
      },
    },
    {
      name: 'home-popup',
      about: 'The same in the popup',
      widths: [400],
      async play(actor) {
        await actor.page.goto('about:blank');
        await actor.page.goto(`${EXTENSION_ORIGIN}/popup.html`);
        await atHome(actor);
      },
    },
    {
      name: 'home-panel',
      about: 'The same in the side panel',
      widths: [360, 480],
      async play(actor) {
        await actor.page.goto('about:blank');
        await actor.page.goto(`${EXTENSION_ORIGIN}/sidepanel.html`);
        await atHome(actor);
      },
    },
    {
      name: 'home-offline',
      about: 'The Worker cannot be reached',
      async play(actor) {
        const { page, gate, words } = actor;
        await goTo(actor, '#/templates');
        await heading(page, TEMPLATES.plain);
        await page.route(`${gate.url}/**`, (route) => route.abort());
        await goTo(actor, '');
        await page.getByText(words.shell.notConnected).waitFor();
      },
    },
    {
      name: 'history',
      about: 'Every import, searched by the Worker',
      async play(actor) {
        await goTo(actor, '#/imports');
        await actor.page.getByRole('link', { name: IMPORTS.running.name }).first().waitFor();
      },
    },
    {
      name: 'shortcuts',
      about: 'Keys that lead somewhere',
      async play(actor) {
        await goTo(actor, '#/templates');
        await heading(actor.page, TEMPLATES.plain);
        await actor.page.keyboard.press('?');
        await actor.page.getByRole('dialog').waitFor();
      },
    },
  ],
};
