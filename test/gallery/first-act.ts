import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { goTo, heading, press } from './acting.ts';
import type { Act, Actor } from './scene.ts';

const TRIAL = 'Trial account';

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
      name: 'settings-several',
      about: 'Settings, a trial account beside the live one',
      async play(actor) {
        const { page, words, gate, token } = actor;
        await openSettings(actor);
        await press(page, words.options.addWorker);
        // The same Worker by another name of this machine.
        await page.getByLabel(words.options.address, { exact: true }).fill(gate.url.replace('127.0.0.1', 'localhost'));
        await page.getByLabel(words.options.token, { exact: true }).fill(token);
        await page.getByLabel(words.options.label, { exact: true }).fill(TRIAL);
        await page.getByRole('radio').last().check();
        await press(page, words.options.save);
        await page.getByText(words.options.saved, { exact: true }).waitFor();
      },
      async after({ page, words }) {
        await press(page, words.options.actionOn(words.options.forget, TRIAL));
        await page.getByRole('dialog').getByRole('button', { name: words.options.forgetDo, exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      },
    },
  ],
};
