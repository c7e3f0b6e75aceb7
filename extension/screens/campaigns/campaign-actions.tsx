import { useSignal } from '@preact/signals';
import { actionEffect } from '../../../shared/campaign/campaign-actions.ts';
import { plainCampaignName } from '../../../shared/campaign/plain-name.ts';
import type { ExotelAction, ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import type { Answering } from '../../components/use-answer.ts';
import { openSettings } from './editor/campaign-fields.ts';
import { words } from '../../words/words.ts';

/** In the order in which people think of them; actions that cannot be undone come last. */
const STEERING: readonly ExotelAction[] = ['resume', 'pause'];
const ENDING: readonly ExotelAction[] = ['complete', 'archive', 'delete'];

interface Props {
  campaign: ExotelCampaign;
  answer: Answering<ExotelCampaign>;
}

/** The actions that are possible now. Each asks first and says what it will do, with the count. */
export function CampaignActions({ campaign, answer }: Props) {
  const { clock, connection, go } = useApp();
  const asked = useSignal<ExotelAction | null>(null);
  const busy = useSignal<ExotelAction | null>(null);
  const done = useSignal<ExotelAction | null>(null);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault } | null>(null);
  const { sid, channel, name, actions } = campaign;

  async function run(action: ExotelAction): Promise<void> {
    const client = connection.client.value;
    if (!client) return;
    busy.value = action;
    const acted = await client.actOnCampaign(sid, channel, action);
    busy.value = null;
    failed.value = acted.ok ? null : { said: words.failed.acts[action](channel), fault: acted.error };
    done.value = acted.ok ? action : null;
    if (acted.ok) answer.show(acted.value);
    else await answer.again(); // the campaign may be in another state than was shown
  }

  // Completing leaves out the people who still wait.
  const { uncalled } = actionEffect('complete', campaign, clock.value);
  const about =
    asked.value === null ? null : words.campaigns.asked[asked.value](plainCampaignName(name), uncalled, channel);
  const changeable = openSettings(campaign).length > 0;
  const legal = (of: readonly ExotelAction[]) => of.filter((action) => actions.includes(action));
  const button = (action: ExotelAction) => (
    <Button
      key={action}
      look={action === 'resume' ? 'primary' : action === 'delete' ? 'quiet-danger' : 'plain'}
      busy={busy.value === action}
      disabled={busy.value !== null && busy.value !== action}
      onClick={() => (asked.value = action)}
    >
      {words.campaigns.actionNames[action]}
    </Button>
  );
  return (
    <section class="stack campaign-actions" aria-label={words.campaigns.actions}>
      <div class="row">
        {legal(STEERING).map(button)}
        {changeable ? (
          <Button onClick={() => go({ screen: 'campaign', sid, channel, edit: true })}>{words.campaigns.edit}</Button>
        ) : null}
        {legal(ENDING).map(button)}
        {actions.includes('pause') ? <span class="small soft">{words.campaigns.pauseFirst}</span> : null}
        {actions.length === 0 && !changeable ? <span class="small soft">{words.campaigns.nothingMore}</span> : null}
      </div>
      {done.value ? (
        <Notice tone="good" alert>
          {words.campaigns.done(done.value)}
        </Notice>
      ) : null}
      {failed.value === null ? null : <PressFault {...failed.value} />}
      {asked.value && about ? (
        <ConfirmDialog
          danger={actionEffect(asked.value, campaign, clock.value).final}
          title={about.title}
          body={campaign.import === null ? about.body : `${about.body} ${words.campaigns.noticedByImport}`}
          confirm={about.confirm}
          keep={words.shell.cancel}
          onConfirm={() => asked.value && void run(asked.value)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </section>
  );
}
