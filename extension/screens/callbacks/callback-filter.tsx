import { SINK_KINDS, type Sink } from '../../../shared/protocol/sink.ts';
import { SearchField } from '../../components/form/search-field.tsx';
import { Select } from '../../components/form/select.tsx';
import { MomentField } from '../../components/form/moment-field.tsx';
import { useApp } from '../../components/app-context.ts';
import { zoneLabel } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import '../../components/form/form.css';
import type { CallbackLook } from './callback-look.ts';

const KINDS = [...SINK_KINDS, 'message'] as const;

interface Props {
  look: CallbackLook;
  sinks: readonly Sink[];
  onChange: (change: Partial<CallbackLook>) => void;
}

/** The filter for callbacks. */
export function CallbackFilter({ look, sinks, onChange }: Props) {
  const { clock, connection } = useApp();
  const zone = words.callbacks.timesNote(zoneLabel(clock.value, connection.zone.value));
  const { callbacks } = words;
  const chosen = [look.kind, look.sink, look.from, look.until].filter((each) => each !== '').length;
  return (
    <search class="callback-filter">
      <SearchField
        label={callbacks.number}
        hint={callbacks.numberHint}
        value={look.number}
        minChars={6}
        tooShort={callbacks.numberHint}
        onSearch={(number) => onChange({ number })}
      />
      <Select
        label={callbacks.status}
        value={look.status}
        options={[['', callbacks.anyStatus], ...Object.entries(callbacks.statuses)]}
        onChange={(status) => onChange({ status })}
      />
      <details class="callback-more" open={isWide()}>
        <summary>{callbacks.more(chosen)}</summary>
        <div class="callback-filter">
          <Select
            label={callbacks.kind}
            value={look.kind}
            options={[['', callbacks.anyKind], ...KINDS.map((kind) => [kind, callbacks.kinds[kind]] as const)]}
            onChange={(kind) => onChange({ kind })}
          />
          {sinks.length === 0 ? null : (
            <Select
              label={callbacks.sink}
              value={look.sink}
              options={[['', callbacks.anySink], ...sinks.map(({ id, name }) => [id, name] as const)]}
              onChange={(sink) => onChange({ sink })}
            />
          )}
          <MomentField
            label={callbacks.from}
            hint={zone}
            value={look.from}
            usual="00:00"
            onChange={(from) => onChange({ from })}
          />
          <MomentField
            label={callbacks.until}
            hint={zone}
            value={look.until}
            usual="24:00"
            onChange={(until) => onChange({ until })}
          />
        </div>
      </details>
    </search>
  );
}

/** On a wide window all fields are shown without a press. */
function isWide(): boolean {
  return matchMedia('(min-width: 720px)').matches;
}
