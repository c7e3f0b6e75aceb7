import { plainCampaignName } from '../../../shared/campaign/plain-name.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { DataTable } from '../../components/data-table.tsx';
import { StatePill } from '../../components/status/state-pill.tsx';
import { useSpan } from './use-span.ts';
import { CAMPAIGN_TONES } from '../../state/campaign-tones.ts';
import { formatRoute } from '../../state/route.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { campaignStateWord } from '../../components/status/campaign-word.ts';

interface Props {
  channel: Channel;
  campaigns: readonly ExotelCampaign[];
  busy: boolean;
}

/** One page of campaigns. */
export function CampaignTable({ channel, campaigns, busy }: Props) {
  const when = useSpan();
  return (
    <DataTable
      caption={words.campaigns.caption[channel]}
      rows={campaigns}
      keyOf={({ sid }) => sid}
      busy={busy}
      columns={[
        {
          label: words.campaigns.name,
          cell: ({ sid, name }) => (
            <a href={formatRoute({ screen: 'campaign', sid, channel, edit: false })} title={name}>
              {name === '' ? sid : plainCampaignName(name)}
            </a>
          ),
        },
        {
          label: words.campaigns.status,
          look: 'beside',
          cell: (campaign) => (
            <span>
              <StatePill tone={CAMPAIGN_TONES[campaign.state]} word={campaignStateWord(campaign)} />
            </span>
          ),
        },
        {
          label: words.campaigns.contacts,
          look: 'number',
          cell: ({ contacts }) => (contacts === null ? words.shell.none : formatCount(contacts)),
        },
        { label: words.campaigns.when, cell: ({ sendAt, endAt }) => when(sendAt, endAt) },
        {
          label: words.campaigns.madeBy,
          cell: ({ import: own }) =>
            own === null ? (
              <span class="soft">{words.campaigns.elsewhere}</span>
            ) : (
              <a href={formatRoute({ screen: 'import', id: own.id })}>{words.campaigns.ofImport(own.seq)}</a>
            ),
        },
      ]}
    />
  );
}
