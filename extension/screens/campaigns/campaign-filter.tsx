import { MIN_SEARCH_CHARS } from '../../../shared/limits.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { SearchField } from '../../components/form/search-field.tsx';
import { Select } from '../../components/form/select.tsx';
import { CAMPAIGN_SORTS } from '../../state/campaign-query.ts';
import type { CampaignQuery } from '../../state/campaign-query.ts';
import { words } from '../../words/words.ts';
import { stateWord } from '../../components/status/campaign-word.ts';

/** States that Exotel can filter by; for messages there are fewer. */
const STATES: Readonly<Record<Channel, readonly CampaignState[]>> = {
  voice: ['created', 'in_progress', 'paused', 'completed', 'archived', 'failed', 'canceled'],
  sms: ['created', 'in_progress', 'paused', 'completed', 'archived'],
};

/** Which campaigns to show, and in which order. */
export function CampaignFilter({
  look,
  onChange,
}: {
  look: CampaignQuery;
  onChange: (change: Partial<CampaignQuery>) => void;
}) {
  const sms = look.channel === 'sms';
  const sorts = sms ? words.campaigns.smsSorts : words.campaigns.sorts;
  return (
    <search class="filter">
      <SearchField
        label={words.campaigns.search}
        value={look.name}
        {...(sms
          ? {
              hint: words.campaigns.searchSms,
              minChars: MIN_SEARCH_CHARS,
              tooShort: words.campaigns.searchTooShort,
            }
          : {})}
        onSearch={(name) => onChange({ name })}
      />
      <Select
        label={words.campaigns.status}
        value={look.status}
        options={[
          ['', words.campaigns.anyStatus],
          ...STATES[look.channel].map((state) => [state, stateWord(look.channel, state)] as const),
        ]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={words.campaigns.sort}
        value={look.sort}
        options={CAMPAIGN_SORTS.map((sort) => [sort, sorts[sort]] as const)}
        onChange={(sort) => onChange({ sort })}
      />
    </search>
  );
}
