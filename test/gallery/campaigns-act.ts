import { goTo, heading, press, settled } from './acting.ts';
import { IMPORTS, STRANGER } from './cast.ts';
import type { Act, Actor } from './scene.ts';

async function openCampaign(actor: Actor, name: string): Promise<void> {
  await goTo(actor, `#/campaigns?name=${encodeURIComponent(name)}`);
  await actor.page.getByRole('link', { name }).first().click();
  await heading(actor.page, actor.words.campaigns.factsHeading);
  await settled(actor.page);
}

export const CAMPAIGNS_ACT: Act = {
  title: 'Campaigns and lists at Exotel',
  scenes: [
    {
      name: 'campaigns',
      about: 'Every campaign of the account, whoever made it',
      async play(actor) {
        await goTo(actor, '#/campaigns');
        await actor.page.getByRole('link', { name: STRANGER }).waitFor();
      },
    },
    {
      name: 'campaigns-none-found',
      about: 'Nothing fits what was asked for',
      async play(actor) {
        await goTo(actor, '#/campaigns?name=Pongal');
        await actor.page.getByText(actor.words.campaigns.noneFound, { exact: true }).waitFor();
      },
    },
    {
      name: 'campaign',
      about: 'One campaign, with its calls',
      async play(actor) {
        await openCampaign(actor, IMPORTS.finished.name);
        await actor.page.getByRole('row').nth(4).waitFor();
      },
    },
    {
      name: 'campaign-elsewhere',
      about: 'A campaign that was made elsewhere, and may be followed',
      async play(actor) {
        await openCampaign(actor, STRANGER);
      },
    },
    {
      name: 'campaign-edit',
      about: 'Changing a campaign that has not begun',
      async play(actor) {
        await openCampaign(actor, STRANGER);
        await press(actor.page, actor.words.campaigns.edit);
        await heading(actor.page, actor.words.campaignEditor.title);
      },
    },
    {
      name: 'ask-delete-campaign',
      about: 'Before a campaign is deleted',
      async play(actor) {
        await openCampaign(actor, STRANGER);
        await press(actor.page, actor.words.campaigns.actionNames.delete);
        await actor.page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'lists',
      about: 'Lists kept at Exotel',
      async play(actor) {
        await goTo(actor, '#/lists');
        await actor.page.getByRole('row').nth(1).waitFor();
      },
    },
  ],
};
