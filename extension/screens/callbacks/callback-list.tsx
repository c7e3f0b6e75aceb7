import { useSignal } from '@preact/signals';
import type { CallbackItem } from '../../../shared/protocol/sink.ts';
import { useApp } from '../../components/app-context.ts';
import { formatClock, formatDay } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { CallbackDetail } from './callback-detail.tsx';
import { kindWord, statusWord } from './callback-words.ts';

interface Props {
  callbacks: readonly CallbackItem[];
  busy: boolean;
  nameOfSink: (id: string) => string;
}

/** Callbacks, one per line; a press shows all of it. */
export function CallbackList({ callbacks, busy, nameOfSink }: Props) {
  return (
    <ul class="callback-list" aria-label={words.callbacks.listCaption} aria-busy={busy}>
      {callbacks.map((callback) => (
        <CallbackLine
          key={callback.id}
          callback={callback}
          sinkName={callback.sink === undefined ? null : nameOfSink(callback.sink)}
        />
      ))}
    </ul>
  );
}

function CallbackLine({ callback, sinkName }: { callback: CallbackItem; sinkName: string | null }) {
  const { clock, connection } = useApp();
  const open = useSignal(false);
  const [zone, at] = [connection.zone.value, Date.parse(callback.receivedAt)];
  return (
    <li>
      <details open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary class="callback-line">
          <span class="callback-number">{callback.number ?? words.callbacks.noNumber}</span>
          <span>{callback.status === null ? words.shell.none : statusWord(callback.status)}</span>
          <span class="soft">
            {kindWord(callback.kind)} · {sinkName ?? words.callbacks.import}
          </span>
          <time class="soft" dateTime={callback.receivedAt}>
            {formatDay(at, zone, clock.value)} {formatClock(at, zone)}
          </time>
        </summary>
        {open.value ? <CallbackDetail callback={callback} sinkName={sinkName} /> : null}
      </details>
    </li>
  );
}
