import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import { Legend } from '../../components/status/legend.tsx';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import type { BarPart } from '../../components/status/stacked-bar.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { readStats } from '../../state/exotel-words.ts';
import { known } from '../../state/loadable.ts';
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

/** The state of its numbers: for a campaign of ours as its import counts them, otherwise as Exotel does. */
export function CampaignCounts({ campaign }: { campaign: ExotelCampaign }) {
  return campaign.import === null ? (
    <ExotelCounts campaign={campaign} />
  ) : (
    <OwnCounts campaign={campaign} own={campaign.import} />
  );
}

function OwnCounts({ campaign, own }: { campaign: ExotelCampaign; own: NonNullable<ExotelCampaign['import']> }) {
  const answer = useAnswer(`${own.id} ${own.seq} ${JSON.stringify(campaign.stats)}`, (client) => client.import(own.id));
  const outcomes = known(answer.loadable)?.campaigns.find(({ seq }) => seq === own.seq)?.outcomes;
  if (outcomes) {
    return (
      <section class="card stack" aria-label={words.campaigns.outcomes}>
        <Counts
          channel={campaign.channel}
          parts={outcomeParts(outcomes, campaign.channel)}
          done={doneOf(outcomes)}
          total={totalOf(outcomes)}
        />
      </section>
    );
  }
  return answer.loadable.state === 'loading' ? <Skeleton lines={3} /> : <ExotelCounts campaign={campaign} />;
}

/** Exotel's own counts: of numbers, which add up, and of calls, of which one number may have several. */
function ExotelCounts({ campaign }: { campaign: ExotelCampaign }) {
  const { channel, stats, summary } = campaign;
  const { counts, others } = readStats(stats);
  const unknown = others.map(([word, count]) => ({ key: 'unaccounted', label: word, count }));
  // Exotel may count busy and no answer as failed, so what it counts together is named together.
  const isFolded = channel === 'voice' && counts.no_answer + counts.busy === 0;
  const named = outcomeParts(counts, channel).map((part) =>
    part.key === 'failed' && isFolded ? { key: part.key, label: words.campaigns.notReached, count: part.count } : part,
  );
  const calls = CALL_WORDS.filter((word) => (summary[word] ?? 0) > 0).map(
    (word) => `${formatCount(summary[word] ?? 0)} ${words.campaigns.callCounts[word]}`,
  );
  return (
    <section class="card stack" aria-label={words.campaigns.outcomes}>
      <Counts
        channel={channel}
        parts={[...named, ...unknown]}
        done={doneOf(counts)}
        total={totalOf(counts) + others.reduce((sum, [, count]) => sum + count, 0)}
      />
      {calls.length > 0 ? <p class="small soft">{words.campaigns.calls(calls.join(', '))}</p> : null}
    </section>
  );
}

interface CountsProps {
  channel: ExotelCampaign['channel'];
  parts: readonly BarPart[];
  done: number;
  total: number;
}

function Counts({ channel, parts, done, total }: CountsProps) {
  if (total === 0) return <p class="counts-truth">{words.campaigns.outcomesNone[channel]}</p>;
  const sentence = words.campaigns.counted(done, total);
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <>
      <p class="counts-truth">{sentence}</p>
      <StackedBar parts={shown} summary={sentence} />
      <Legend parts={shown} total={{ label: words.campaigns.numbersInAll, count: total }} />
    </>
  );
}
