import { goTo } from './acting.ts';
import type { Act, Actor, Scene } from './scene.ts';

function screen(name: string, about: string, hash: string, said: (actor: Actor) => string): Scene {
  return {
    name,
    about,
    async play(actor) {
      await goTo(actor, hash);
      await actor.page.getByText(said(actor), { exact: true }).first().waitFor();
    },
  };
}

export const TEAM_ACT: Act = {
  title: 'People, the team and callbacks',
  scenes: [
    screen('people', 'Who is not to be called, by whom and why', '#/people', ({ words }) => words.people.title),
    screen('team', 'Who may do what, and an invite', '#/team', ({ words }) => words.team.title),
    screen('rules', 'How often, when and for how much', '#/rules', ({ words }) => words.rules.caps.heading),
    screen('trail', 'Who did what', '#/trail', ({ words }) => words.trail.title),
    screen('callbacks', 'Callbacks as they came', '#/callbacks', ({ words }) => words.callbacks.title),
    screen('sinks', 'Addresses that take callbacks of anybody', '#/sinks', ({ words }) => words.sinks.lead),
    screen('destinations', 'Tools that are told', '#/destinations', ({ words }) => words.destinations.lead),
    {
      name: 'extension-too-old',
      about: 'The Worker needs a newer extension',
      async play(actor) {
        const { page, words } = actor;
        await page.route('**/api/account', async (route) => {
          const answer = await route.fetch();
          await route.fulfill({ json: { ...(await answer.json()), minimumExtension: '9.0.0' } });
        });
        await goTo(actor, '');
        await page.getByText(words.shell.versions.extension_too_old.title).waitFor();
      },
    },
  ],
};
