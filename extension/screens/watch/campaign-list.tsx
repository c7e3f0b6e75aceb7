import { useSignal } from '@preact/signals';
import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { stateWord } from '../../components/status/campaign-word.ts';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import { StatePill } from '../../components/status/state-pill.tsx';
import { campaignsInOrder } from './campaigns-in-order.ts';
import { CAMPAIGN_TONES } from '../../state/campaign-tones.ts';
import { doneOf } from '../../state/outcome-totals.ts';
import { formatRoute } from '../../state/route.ts';
import { formatHour, formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { ListProgress } from './list-progress.tsx';

const FIRST_SHOWN = 10;
const MORE_SHOWN = 50;

/** The import's campaigns, in the order in which they call. */
export function CampaignList({ campaigns, channel }: { campaigns: readonly CampaignView[]; channel: Channel }) {
  const shown = useSignal(FIRST_SHOWN);
  const left = campaigns.length - shown.value;
  if (campaigns.length === 0) return null;
  return (
    <section class="card" aria-labelledby="campaigns">
      <h2 id="campaigns">{words.watch.campaigns(campaigns.length)}</h2>
      <ol class="campaigns">
        {campaignsInOrder(campaigns, FIRST_SHOWN)
          .slice(0, shown.value)
          .map((campaign) => (
            <CampaignRow key={campaign.seq} campaign={campaign} channel={channel} total={campaigns.length} />
          ))}
      </ol>
      {left > 0 ? (
        <Button look="quiet" onClick={() => (shown.value += MORE_SHOWN)}>
          {words.watch.moreCampaigns(Math.min(left, MORE_SHOWN))}
        </Button>
      ) : null}
    </section>
  );
}

interface RowProps {
  campaign: CampaignView;
  channel: Channel;
  total: number;
}

function CampaignRow({ campaign, channel, total }: RowProps) {
  const { clock, connection } = useApp();
  const zone = connection.zone.value;
  const done = doneOf(campaign.outcomes);
  const progress = words.watch.doneOf(done, campaign.contacts);
  const window =
    campaign.sendAt && campaign.endAt
      ? words.watch.window(
          formatMoment(Date.parse(campaign.sendAt), zone, clock.value),
          formatHour(Date.parse(campaign.endAt), zone),
        )
      : null;
  return (
    <li class="campaign">
      <span class="campaign-seq" title={campaign.name}>
        {campaign.sid === null ? (
          words.watch.seqOf(campaign.seq, total)
        ) : (
          <a href={formatRoute({ screen: 'campaign', sid: campaign.sid, channel, edit: false })}>
            {words.watch.seqOf(campaign.seq, total)}
          </a>
        )}
      </span>
      <StatePill tone={CAMPAIGN_TONES[campaign.state]} word={stateWord(channel, campaign.state)} />
      <span class="campaign-window small soft">{window}</span>
      <span class="campaign-done small">{progress}</span>
      <div class="campaign-bar">
        <StackedBar thin parts={outcomeParts(campaign.outcomes, channel)} summary={progress} />
      </div>
      <ListProgress campaign={campaign} />
    </li>
  );
}
