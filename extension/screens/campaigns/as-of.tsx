import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { Answering } from '../../components/use-answer.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** How old the shown data is, a button to load it again, and why it is not newer if it should be. */
export function AsOf({ answer }: { answer: Pick<Answering<unknown>, 'loadable' | 'busy' | 'again'> }) {
  const { connection } = useApp();
  const { loadable, busy, again } = answer;
  if (loadable.state === 'loading') return null;
  if (loadable.state === 'ready') {
    return (
      <p class="row as-of small soft">
        <span>{words.shell.asOf(formatClock(loadable.at, connection.zone.value))}</span>
        <Button look="quiet" busy={busy} onClick={() => void again()}>
          {words.shell.refresh}
        </Button>
      </p>
    );
  }
  return (
    <Notice
      tone="danger"
      alert
      action={
        <Button busy={busy} onClick={() => void again()}>
          {words.shell.tryAgain}
        </Button>
      }
    >
      {words.faultSentence(loadable.fault)}{' '}
      {loadable.lastAt === null ? '' : words.shell.old(formatClock(loadable.lastAt, connection.zone.value))}
    </Notice>
  );
}
