import { goTo, heading, press, settled } from './acting.ts';
import { TEMPLATES } from './cast.ts';
import type { Act, Actor } from './scene.ts';

async function editTemplate(actor: Actor, name: string): Promise<void> {
  const { page, words } = actor;
  await goTo(actor, '#/templates');
  await press(page, words.templates.actionOn(words.templates.edit, name));
  await heading(page, words.editor.titleEdit);
}

export const TEMPLATES_ACT: Act = {
  title: 'Templates',
  scenes: [
    {
      name: 'templates',
      about: 'Every template, and how often it was used',
      async play(actor) {
        await goTo(actor, '#/templates');
        await heading(actor.page, TEMPLATES.plain);
        await settled(actor.page);
      },
    },
    {
      name: 'template-voice',
      about: 'A greeting with variables',
      play: (actor) => editTemplate(actor, TEMPLATES.personal),
    },
    { name: 'template-sms', about: 'A message', play: (actor) => editTemplate(actor, TEMPLATES.message) },
    {
      name: 'template-wrong',
      about: 'What is wrong is said beside it',
      async play(actor) {
        const { page, words } = actor;
        await goTo(actor, '#/templates/new');
        await heading(page, words.editor.titleNew);
        await press(page, words.editor.save);
        await page.locator('.field-wrong').first().waitFor();
      },
    },
    {
      name: 'ask-delete-template',
      about: 'Before a template is deleted',
      async play(actor) {
        const { page, words } = actor;
        await goTo(actor, '#/templates');
        await press(page, words.templates.actionOn(words.templates.remove, TEMPLATES.menu));
        await page.getByRole('dialog').waitFor();
      },
    },
  ],
};
