import type { ExotelCall } from '../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { outcomeWord } from '../../components/outcome-parts.ts';
import { useMoment } from '../../components/use-moment.ts';
import { outcomeOfWord } from '../../state/exotel-words.ts';
import { words } from '../../words/words.ts';

interface Props {
  channel: Channel;
  calls: readonly ExotelCall[];
  busy: boolean;
}

/** One line a call: a number called three times has three. */
export function CallTable({ channel, calls, busy }: Props) {
  const when = useMoment();
  const ended: Column<ExotelCall> = {
    label: words.calls.ended,
    cell: ({ status, detail }) => {
      const outcome = outcomeOfWord(status);
      const word = outcome === null ? status : outcomeWord(outcome, channel);
      return detail === null || detail === '' ? word : `${word} (${detail})`;
    },
  };
  const number: Column<ExotelCall> = { label: words.calls.number, cell: (call) => call.number };
  const at: Column<ExotelCall> = { label: words.calls.at, cell: (call) => when(call.at) };
  const name: Column<ExotelCall> = { label: words.calls.name, cell: (call) => call.name ?? words.shell.none };
  return (
    <DataTable
      caption={words.calls.caption[channel]}
      rows={calls}
      keyOf={({ sid, number: called, at: begun }) => (sid === '' ? `${called} ${begun}` : sid)}
      busy={busy}
      columns={
        channel === 'sms'
          ? [number, name, ended, at, { label: words.calls.text, cell: ({ text }) => text ?? words.shell.none }]
          : [number, name, ended, at, ...callColumns()]
      }
    />
  );
}

/** Made when drawn: the language may have changed since. */
function callColumns(): Column<ExotelCall>[] {
  return [
    {
      label: words.calls.duration,
      numeric: true,
      cell: ({ durationSeconds }) =>
        durationSeconds === null ? words.shell.none : words.calls.seconds(durationSeconds),
    },
    { label: words.calls.digits, cell: ({ digits }) => digits ?? words.shell.none },
    {
      label: words.calls.recording,
      cell: ({ recordingUrl, number }) =>
        recordingUrl === null || recordingUrl === '' ? (
          words.shell.none
        ) : (
          <a href={recordingUrl} target="_blank" rel="noreferrer" aria-label={words.calls.listenTo(number)}>
            {words.calls.listen}
          </a>
        ),
    },
  ];
}
