import type { Import } from '../../../../shared/protocol/import.ts';
import { useApp } from '../../../components/app-context.ts';
import { formatRoute } from '../../../state/route.ts';
import { formatClock, formatHour } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';
import { callStanding, ringsAt } from './call-standing.ts';

/** What happened to a test call, as far as known, and since when. */
export function CallState({ view }: { view: Import }) {
  const { connection } = useApp();
  const zone = connection.zone.value;
  const standing = callStanding(view);
  const at = ringsAt(view);
  return (
    <div class="stack" role="status">
      <p>
        <strong>{words.confirm.testCall.standings[standing]}</strong>
        {standing === 'queued' && at !== null ? ` ${words.confirm.testCall.ringsAt(formatHour(at, zone))}` : ''}
      </p>
      <p class="small soft">
        {words.shell.asOf(formatClock(Date.parse(view.asOf), zone))}{' '}
        <a href={formatRoute({ screen: 'import', id: view.id })}>{words.confirm.testCall.see}</a>
      </p>
    </div>
  );
}
