import { plainCampaignName } from '../../../shared/campaign/plain-name.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { isRefusal } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useEvery } from '../../components/use-every.ts';
import { FIRST_LOOK } from '../../state/campaign-query.ts';
import { CAMPAIGN_TONES } from '../../state/campaign-tones.ts';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { AsOf } from './as-of.tsx';
import { CampaignEditor } from './editor/campaign-editor.tsx';
import { CampaignView } from './campaign-view.tsx';
import '../../components/form/form.css';
import './campaigns-screen.css';
import './campaign-screen.css';

/** Exotel allows few requests a minute, and calls have priority over looking. */
const ASK_EVERY_MS = 20_000;

/** One campaign at Exotel, for reading or for editing. */
export function CampaignScreen({ sid, channel, edit }: { sid: string; channel: Channel; edit: boolean }) {
  const { go } = useApp();
  const answer = useAnswer(`${channel} ${sid}`, (client) => client.campaign(sid, channel));
  const campaign = known(answer.loadable);
  const moving = campaign !== null && campaign.editable !== 'none' && CAMPAIGN_TONES[campaign.state] !== 'good';
  useEvery(ASK_EVERY_MS, () => {
    if (moving && !edit) void answer.again();
  });
  const all = { screen: 'campaigns', look: { ...FIRST_LOOK, channel } } as const;
  const gone = answer.loadable.state === 'fault' && isRefusal(answer.loadable.fault, 'campaign_not_found');
  if (gone) {
    return (
      <Notice tone="neutral" action={<Button onClick={() => go(all)}>{words.campaigns.back}</Button>}>
        {words.campaigns.gone}
      </Notice>
    );
  }
  return (
    <div class="stack">
      <a class="back" href={formatRoute(edit ? { screen: 'campaign', sid, channel, edit: false } : all)}>
        {edit && campaign ? plainCampaignName(campaign.name) : words.campaigns.back}
      </a>
      {campaign === null ? (
        <>
          <AsOf answer={answer} />
          {answer.loadable.state === 'loading' ? <Skeleton lines={5} /> : null}
        </>
      ) : edit ? (
        <CampaignEditor key={sid} campaign={campaign} onSaved={(saved) => answer.show(saved)} />
      ) : (
        <CampaignView campaign={campaign} answer={answer} />
      )}
    </div>
  );
}
