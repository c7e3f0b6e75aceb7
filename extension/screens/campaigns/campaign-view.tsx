import { plainCampaignName } from '../../../shared/campaign/plain-name.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import { campaignStateWord } from '../../components/status/campaign-word.ts';
import { Notice } from '../../components/status/notice.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { StatePill } from '../../components/status/state-pill.tsx';
import type { Answering } from '../../components/use-answer.ts';
import { CAMPAIGN_TONES } from '../../state/campaign-tones.ts';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { AsOf } from './as-of.tsx';
import { CallSection } from './calls/call-section.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignCounts } from './campaign-counts.tsx';
import { CampaignFacts } from './campaign-facts.tsx';
import { FollowCampaign } from './follow-campaign.tsx';

interface Props {
  campaign: ExotelCampaign;
  answer: Answering<ExotelCampaign>;
}

/** One campaign: the state of its numbers, what can be done with it, its settings, and its calls. */
export function CampaignView({ campaign, answer }: Props) {
  const { import: own, sid, name, channel } = campaign;
  const canAct = may(useMe(), 'launchers');
  return (
    <>
      <header class="campaign-head">
        <div class="campaign-title">
          <ScreenTitle>{name === '' ? sid : plainCampaignName(name)}</ScreenTitle>
          <StatePill tone={CAMPAIGN_TONES[campaign.state]} word={campaignStateWord(campaign)} />
        </div>
        <AsOf answer={answer} />
      </header>
      {own === null ? (
        canAct ? (
          <FollowCampaign campaign={campaign} />
        ) : null
      ) : (
        <Notice
          tone="neutral"
          action={<a href={formatRoute({ screen: 'import', id: own.id })}>{words.campaigns.watchImport}</a>}
        >
          {words.campaigns.partOfImport(own.seq)}
        </Notice>
      )}
      <CampaignCounts campaign={campaign} />
      {canAct ? (
        <CampaignActions campaign={campaign} answer={answer} />
      ) : (
        <p class="small soft">{words.team.mayNot.viewer}</p>
      )}
      <CampaignFacts campaign={campaign} />
      <CallSection sid={sid} channel={channel} />
    </>
  );
}
