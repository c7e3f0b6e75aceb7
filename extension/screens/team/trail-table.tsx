import { plainCampaignName } from '../../../shared/campaign/plain-name.ts';
import type { TrailLine } from '../../../shared/protocol/team.ts';
import { DataTable } from '../../components/data-table.tsx';
import { StatePill } from '../../components/status/state-pill.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { words } from '../../words/words.ts';

/** One page of the trail: a sentence a line. */
export function TrailTable({ lines, busy }: { lines: readonly TrailLine[]; busy: boolean }) {
  const when = useMoment();
  return (
    <DataTable
      caption={words.trail.caption}
      rows={lines}
      keyOf={({ seq }) => String(seq)}
      busy={busy}
      columns={[
        {
          label: words.trail.what,
          cell: (line) => (
            <>
              {words.trail.sentence(withPlainName(line))}
              {line.note === null || line.note === '' ? null : <span class="soft"> {words.trail.note(line.note)}</span>}
              {line.result === 'refused' ? (
                <>
                  {' '}
                  <StatePill tone="warn" word={words.trail.refused} />
                </>
              ) : null}
            </>
          ),
        },
        { label: words.trail.when, cell: ({ at }) => when(at) },
        { label: words.trail.from, cell: ({ from }) => words.trail.froms[from] },
      ]}
    />
  );
}

/** Removes the token at the end of a campaign's name, which only machines need. */
function withPlainName(line: TrailLine): TrailLine {
  const { on } = line;
  return on === null || on.name === null ? line : { ...line, on: { ...on, name: plainCampaignName(on.name) } };
}
