import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import { Legend } from '../../components/legend.tsx';
import { outcomeParts } from '../../components/outcome-parts.ts';
import { StackedBar } from '../../components/stacked-bar.tsx';
import { readStats } from '../../state/exotel-words.ts';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';

type CallWord = keyof typeof words.campaigns.callCounts;
const CALL_WORDS: readonly CallWord[] = [
  'call_scheduled',
  'call_initialized',
  'call_inprogress',
  'call_completed',
  'call_failed',
];

/** Exotel's own counts: of numbers, which add up, and of calls, of which a number may have several. */
export function CampaignCounts({ campaign }: { campaign: ExotelCampaign }) {
  const { channel, stats, summary } = campaign;
  const { counts, others } = readStats(stats);
  const unknown = others.map(([word, count]) => ({ key: 'unaccounted', label: word, count }));
  const total = totalOf(counts) + others.reduce((sum, [, count]) => sum + count, 0);
  const parts = [...outcomeParts(counts, channel), ...unknown].filter(({ count }) => count > 0);
  const sentence = words.campaigns.counted(doneOf(counts), total);
  const calls = CALL_WORDS.filter((word) => (summary[word] ?? 0) > 0).map(
    (word) => `${formatCount(summary[word] ?? 0)} ${words.campaigns.callCounts[word]}`,
  );
  return (
    <section class="card stack" aria-label={words.campaigns.outcomes}>
      <p class="counts-truth">{total === 0 ? words.campaigns.outcomesNone : sentence}</p>
      {total > 0 ? (
        <>
          <StackedBar parts={parts} summary={sentence} />
          <Legend parts={parts} total={{ label: words.campaigns.numbersInAll, count: total }} />
        </>
      ) : null}
      {calls.length > 0 ? <p class="small soft">{words.campaigns.calls(calls.join(', '))}</p> : null}
    </section>
  );
}
