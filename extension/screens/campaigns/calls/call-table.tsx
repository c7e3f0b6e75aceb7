import type { ExotelCall } from '../../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../../shared/template/template-schema.ts';
import { DataTable } from '../../../components/data-table.tsx';
import type { Column } from '../../../components/data-table.tsx';
import { outcomeWord } from '../../../components/status/outcome-parts.ts';
import { useMoment } from '../../../components/use-moment.ts';
import { outcomeOfWord } from '../../../state/exotel-words.ts';
import { words } from '../../../words/words.ts';

interface Props {
  channel: Channel;
  calls: readonly ExotelCall[];
  busy: boolean;
}

/** One line per call: a number called three times has three. */
export function CallTable({ channel, calls, busy }: Props) {
  const when = useMoment();
  const ended: Column<ExotelCall> = {
    label: words.calls.ended,
    look: 'beside',
    cell: ({ status, detail }) => {
      const outcome = outcomeOfWord(status);
      const word = outcome === null ? status : outcomeWord(outcome, channel);
      return detail === null || detail === '' ? word : `${word} (${detail})`;
    },
  };
  const number: Column<ExotelCall> = { label: words.calls.number, cell: (call) => call.number };
  const at: Column<ExotelCall> = { label: words.calls.at, cell: (call) => when(call.at) };
  const name: Column<ExotelCall> = { label: words.calls.name, look: 'text', cell: (call) => nameOf(call) };
  return (
    <DataTable
      caption={words.calls.caption[channel]}
      rows={calls}
      keyOf={({ sid, number: called, at: begun }) => (sid === '' ? `${called} ${begun}` : sid)}
      busy={busy}
      columns={
        channel === 'sms'
          ? [number, name, ended, at, { label: words.calls.text, look: 'text', cell: ({ text }) => text ?? '' }]
          : [number, name, ended, at, ...callColumns()]
      }
    />
  );
}

/** Exotel's word for a number that is in no contact list. */
const NO_NAME = 'NA';

function nameOf({ name }: ExotelCall): string {
  return name === null || name === NO_NAME ? '' : name;
}

/** Made at every drawing, because the language may have changed. */
function callColumns(): Column<ExotelCall>[] {
  return [
    {
      label: words.calls.duration,
      look: 'number',
      cell: ({ durationSeconds }) => (durationSeconds === null ? '' : words.calls.seconds(durationSeconds)),
    },
    { label: words.calls.digits, cell: ({ digits }) => digits ?? '' },
    {
      label: words.calls.recording,
      cell: ({ recordingUrl, number }) =>
        recordingUrl === null || recordingUrl === '' ? (
          ''
        ) : (
          <a href={recordingUrl} target="_blank" rel="noreferrer" aria-label={words.calls.listenTo(number)}>
            {words.calls.listen}
          </a>
        ),
    },
  ];
}
