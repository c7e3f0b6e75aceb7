import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { Notice } from '../../components/status/notice.tsx';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

/** Imports that others ask this person to start; shown before everything else. */
export function WaitingApprovals({ all }: { all: readonly ImportSummary[] }) {
  return (
    <section class="home-guide stack" aria-labelledby="approvals">
      <h2 id="approvals">{words.team.waitsHeading}</h2>
      {all.map(({ id, name, approval, rows, channel }) => (
        <Notice
          key={id}
          tone="warn"
          action={<a href={formatRoute({ screen: 'import', id })}>{words.team.look(name)}</a>}
        >
          {words.team.waits(name, approval?.by ?? '', rows.accepted, channel)}
        </Notice>
      ))}
    </section>
  );
}
