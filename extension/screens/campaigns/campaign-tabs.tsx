import { FIRST_LOOK } from '../../state/campaign-query.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

const PLACES = {
  voice: formatRoute({ screen: 'campaigns', look: FIRST_LOOK }),
  sms: formatRoute({ screen: 'campaigns', look: { ...FIRST_LOOK, channel: 'sms' } }),
  lists: formatRoute({ screen: 'lists', offset: 0 }),
  callbacks: formatRoute({ screen: 'callbacks' }),
};

type Place = keyof typeof PLACES;
const ORDER: readonly Place[] = ['voice', 'sms', 'lists', 'callbacks'];

/** Tabs for what an account has at Exotel, and what Exotel reports about it. */
export function CampaignTabs({ current }: { current: Place }) {
  return (
    <nav class="tabs" aria-label={words.campaigns.sections}>
      {ORDER.map((place) => (
        <a key={place} class="tab" href={PLACES[place]} aria-current={place === current ? 'page' : undefined}>
          {words.campaigns.tabs[place]}
        </a>
      ))}
    </nav>
  );
}
