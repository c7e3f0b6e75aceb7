import { isOfLine } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { knownAt } from '../../state/loadable.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** Why the imports on the first screen are not those of now, and of when they are; nothing while the Worker tells. */
export function NotTold() {
  const { connection, imports } = useApp();
  const loadable = imports.loadable.value;
  const asOf = knownAt(loadable);
  if (loadable.state !== 'fault' || asOf === null) return null;
  const { fault } = loadable;
  const clock = formatClock(asOf, connection.zone.value);
  return (
    <Notice tone="warn">
      {isOfLine(fault) ? words.home.offline(clock) : `${words.faultSentence(fault)} ${words.shell.old(clock)}`}
    </Notice>
  );
}
