import type { FoundContact } from '../../../shared/protocol/contact.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { outcomeWord } from '../../components/status/outcome-parts.ts';
import { useMoment } from '../../components/use-moment.ts';
import { reasonOf } from '../../issues/reasons.ts';
import { outcomeOfWord } from '../../state/exotel-words.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { personName } from '../../files/person-name.ts';

type FoundCall = FoundContact['calls'][number];

interface Props {
  view: Import;
  item: FoundContact;
  number: string;
}

/** One row with the number: where it is in the file, its outcome, and each call to it. */
export function FoundRow({ view, item, number }: Props) {
  const { channel } = view;
  const { line, row, bin, calls, outcome } = item;
  const person = personName(row);
  const cells = Object.entries(row).filter(([heading, value]) => value !== '' && !person?.headings.includes(heading));
  return (
    <article class="found-row">
      <p class="found-head">
        {person === null ? null : <strong>{person.name}</strong>}
        {line === null ? null : person === null ? (
          <strong>{words.search.row(line)}</strong>
        ) : (
          <span>{words.search.row(line)}</span>
        )}
        <CampaignPlace view={view} seq={item.seq} />
        {outcome === null ? null : (
          <span class="found-outcome">
            <span class={`legend-swatch part-${outcome}`} aria-hidden="true" />
            {outcomeWord(outcome, channel)}
          </span>
        )}
      </p>
      {item.issue ? (
        <p>{leftOutSentence(item.issue)}</p>
      ) : bin === 'duplicate' ? (
        <p>{item.firstLine === null ? words.search.duplicate : words.search.duplicateOf(item.firstLine)}</p>
      ) : calls.length > 0 ? (
        <CallsTable channel={channel} calls={calls} number={number} />
      ) : (
        <p class="soft">{item.seq === null ? words.search.notLaunched : words.search.noCalls[channel]}</p>
      )}
      {cells.length > 0 ? (
        <div class="small" role="group" aria-label={words.search.columns}>
          <Facts facts={cells} />
        </div>
      ) : null}
    </article>
  );
}

function leftOutSentence({ code, value }: NonNullable<FoundContact['issue']>): string {
  return words.search.leftOut(reasonOf(words.issues.reasons, code, '', value).message);
}

function CampaignPlace({ view, seq }: { view: Import; seq: number | null }) {
  if (seq === null) return null;
  const sid = view.campaigns.find((campaign) => campaign.seq === seq)?.sid ?? null;
  if (sid === null) return <span>{words.search.campaign(seq)}</span>;
  return (
    <a href={formatRoute({ screen: 'campaign', sid, channel: view.channel, edit: false })}>
      {words.search.campaign(seq)}
    </a>
  );
}

function CallsTable({ channel, calls, number }: { channel: Import['channel']; calls: FoundCall[]; number: string }) {
  const when = useMoment();
  const ended: Column<FoundCall> = {
    label: words.calls.ended,
    look: 'beside',
    cell: ({ status }) => {
      const outcome = outcomeOfWord(status);
      return outcome === null ? status : outcomeWord(outcome, channel);
    },
  };
  const more: Column<FoundCall>[] = [
    {
      label: words.calls.duration,
      cell: ({ durationSeconds }) => (durationSeconds === null ? '' : words.calls.seconds(durationSeconds)),
    },
    { label: words.calls.digits, cell: ({ digits }) => digits ?? '' },
    {
      label: words.calls.recording,
      cell: ({ recordingUrl }) =>
        recordingUrl === null || recordingUrl === '' ? (
          ''
        ) : (
          <a href={recordingUrl} target="_blank" rel="noopener noreferrer" aria-label={words.calls.listenTo(number)}>
            {words.calls.listen}
          </a>
        ),
    },
  ];
  return (
    <DataTable
      caption={words.search.callsCaption[channel]}
      rows={calls}
      keyOf={({ sid }) => sid}
      columns={[
        { label: words.calls.at, cell: ({ at }) => when(at) },
        ended,
        ...(channel === 'sms' ? [] : more.filter((column) => calls.some((call) => column.cell(call) !== ''))),
      ]}
    />
  );
}
