import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { goTo, heading, press } from './acting.ts';
import type { Act, Actor } from './scene.ts';

async function openSettings({ page, words }: Actor): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${EXTENSION_ORIGIN}/options.html`);
  await heading(page, words.options.title);
}

async function connect(actor: Actor, token: string): Promise<void> {
  const { page, words, gate } = actor;
  await openSettings(actor);
  await page.getByLabel(words.options.address, { exact: true }).fill(gate.url);
  await page.getByLabel(words.options.token, { exact: true }).fill(token);
  await press(page, words.options.save);
}

/** In a browser that knows nothing yet, at a Worker nobody has used. */
export const FIRST_ACT: Act = {
  title: 'First run and settings',
  scenes: [
    {
      name: 'welcome',
      about: 'First run: what this is, and the one thing to do now',
      async play(actor) {
        await goTo(actor, '');
        await heading(actor.page, actor.words.welcome.title);
      },
    },
    {
      name: 'settings-empty',
      about: 'Settings, before there is a Worker',
      play: openSettings,
    },
    {
      name: 'settings-refused',
      about: 'Settings, a token the Worker does not know',
      async play(actor) {
        await connect(actor, 'not-the-token');
        await actor.page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'settings-connected',
      about: 'Settings, connected',
      async play(actor) {
        await connect(actor, actor.token);
        await actor.page.getByText(actor.words.options.saved, { exact: true }).waitFor();
      },
    },
    {
      name: 'home-first',
      about: 'Connected, and no template yet',
      async play(actor) {
        await goTo(actor, '');
        await actor.page.getByText(actor.words.home.noImports, { exact: true }).waitFor();
      },
    },
    {
      name: 'templates-empty',
      about: 'Templates, none yet',
      async play(actor) {
        await goTo(actor, '#/templates');
        await actor.page.getByText(actor.words.templates.none, { exact: true }).waitFor();
      },
    },
    {
      name: 'campaigns-empty',
      about: 'Campaigns, none yet',
      async play(actor) {
        await goTo(actor, '#/campaigns');
        await actor.page.getByText(actor.words.campaigns.noneYet.voice, { exact: true }).waitFor();
      },
    },
  ],
};
