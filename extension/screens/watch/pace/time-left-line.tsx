import type { TimeLeft } from './time-left.ts';
import { assertNever } from '../../../../shared/result.ts';
import { useApp } from '../../../components/app-context.ts';
import { formatDuration, formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';

/** The remaining time, in a sentence. */
export function TimeLeftLine({ left }: { left: TimeLeft | null }) {
  const { clock, connection } = useApp();
  if (left === null) return null;
  const when = (at: number) => formatMoment(at, connection.zone.value, clock.value);
  return <p class={left.kind === 'stalled' ? 'time-left time-left-stalled' : 'time-left'}>{sentenceOf(left, when)}</p>;
}

function sentenceOf(left: TimeLeft, when: (at: number) => string): string {
  const sentences = words.pace.left;
  switch (left.kind) {
    case 'begins':
    case 'waiting':
      return sentences[left.kind](when(left.at), left.endsAt === null ? null : when(left.endsAt));
    case 'running':
      return sentences.running(formatDuration(left.leftMs), when(left.endsAt));
    case 'last':
      return sentences.last(left.people, left.endsAt === null ? null : when(left.endsAt));
    case 'planned':
      return sentences.planned(when(left.endsAt));
    case 'paused':
      return sentences.paused(left.leftMs === null ? null : formatDuration(left.leftMs));
    case 'stalled':
      return sentences.stalled(when(left.since), left.waiting);
    default:
      return assertNever(left);
  }
}
