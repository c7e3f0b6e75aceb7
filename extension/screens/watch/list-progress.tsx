import type { CampaignView, ListView } from '../../../shared/protocol/campaign-view.ts';
import { listDiffers, listsToShow } from './list-progress-facts.ts';
import { words } from '../../words/words.ts';

/** How far a campaign's lists are, and how many contacts of each Exotel took. */
export function ListProgress({ campaign }: { campaign: CampaignView }) {
  const lists = listsToShow(campaign);
  if (lists.length === 0) return null;
  return (
    <ul class="list-progress small">
      {lists.map(([place, list]) => (
        <li key={place} class={`list-${list.state}${listDiffers(list) ? ' list-differs' : ''}`} title={list.name}>
          <strong>{words.watch.listOf(place, campaign.lists.length)}</strong> {sentenceOf(list)}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf(list: ListView): string {
  const { state, counts, contacts, reused } = list;
  if (state !== 'completed') return words.watch.listStates[state](contacts);
  if (reused) return words.watch.listReused(contacts);
  if (counts === null) return words.watch.listTaken(contacts, contacts);
  const taken = words.watch.listTaken(counts.success, contacts);
  return listDiffers(list) ? `${taken} ${words.watch.listRest(counts.duplicate, counts.failed)}` : taken;
}
