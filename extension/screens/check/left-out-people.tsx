import { leftOutBy, type LeftOutBy } from '../../../shared/people/screen-file.ts';
import { SUPPRESSION_SOURCES } from '../../../shared/people/suppression.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { CallAnyway } from './call-anyway.tsx';

/** Further reasons are counted, not shown. */
const REASONS_SHOWN = 8;

interface Props {
  kept: KeptImport;
  screening: ImportDraft['screening'];
  channel: Channel;
}

/**
 * Who is left out by the list and the caps, as the Worker answers before the file is sent: by which rule, since when,
 * by whom. Those called recently can be called anyway if a person gives a reason.
 */
export function LeftOutPeople({ kept, screening, channel }: Props) {
  const when = useMoment();
  const { actions } = useApp();
  const { leftOut } = words.check;
  const { value } = screening;
  if (value.state === 'asking') return <p class="small soft">{leftOut.asking}</p>;
  if (value.state === 'failed') return <Notice tone="warn">{leftOut.failed}</Notice>;
  if (value.state === 'none') return null;
  const rules = value.hits.byRules();
  if (rules.people === 0) return null;
  const recent = rules.calledRecently.length;
  // Choosing only new people excludes calling those called before, and the other way round.
  const decide = (override: string | null): void =>
    void actions.change(kept.id, { override, ...(override !== null && kept.onlyNew !== null && { onlyNew: false }) });
  const hits = kept.override === null ? rules : rules.listed();
  const all = leftOutBy(hits);
  const shown = all.slice(0, REASONS_SHOWN);
  const rest = all.slice(REASONS_SHOWN);
  const others = rest.reduce((sum, { people }) => sum + people, 0);
  return (
    <section class="card stack" aria-labelledby="left-out">
      <h2 id="left-out">{leftOut.heading(hits.people)}</h2>
      {shown.length === 0 ? null : (
        <DataTable
          caption={leftOut.heading(hits.people)}
          rows={shown}
          keyOf={(item) => JSON.stringify(item.reason)}
          columns={[
            { label: leftOut.people, cell: ({ people }) => leftOut.count(people) },
            { label: leftOut.rule, look: 'text', cell: (item) => ruleOf(item, channel) },
            { label: leftOut.since, cell: ({ reason }) => when(reason.since) },
            { label: leftOut.by, cell: ({ reason }) => reason.by },
          ]}
        />
      )}
      {rest.length > 0 ? <p class="small soft">{leftOut.more(rest.length, others)}</p> : null}
      <p class="small soft">{leftOut.asOf(when(value.asOf))}</p>
      {recent === 0 ? null : kept.override === null ? (
        <CallAnyway channel={channel} onDecide={decide} />
      ) : (
        <div class="row">
          <p class="small">{leftOut.calledAnyway(recent, kept.override, channel)}</p>
          <Button onClick={() => decide(null)}>{leftOut.leaveOut(recent, channel)}</Button>
        </div>
      )}
    </section>
  );
}

function ruleOf({ reason: { rule, detail, importName, note } }: LeftOutBy, channel: Channel): string {
  const { leftOut } = words.check;
  if (rule === 'called_recently') {
    const name = importName ?? leftOut.deletedImport;
    return detail === 'attempts' ? leftOut.attempts(name, channel) : leftOut.imports(name);
  }
  if (detail === 'erased') return leftOut.erased;
  const source = SUPPRESSION_SOURCES.find((each) => each === detail);
  const listed = leftOut.listed(source === undefined ? detail : words.people.sources[source]);
  const more = note ?? importName;
  return more === null ? listed : `${listed} · ${more}`;
}
