import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { MomentField } from '../../components/form/moment-field.tsx';
import { useApp } from '../../components/app-context.ts';
import { fromLocalTime } from '../../state/local-time.ts';
import { words } from '../../words/words.ts';
import '../../components/form/form.css';

export interface Replay {
  /** ISO 8601; `from` inclusive, `to` exclusive. */
  readonly from: string;
  readonly to: string;
  readonly failedOnly: boolean;
}

/** Sends everything of a period again, including what a new address never got; or only what failed. */
export function ReplayRange({ busy, onReplay }: { busy: boolean; onReplay: (replay: Replay) => void }) {
  const { connection } = useApp();
  const from = useSignal('');
  const until = useSignal('');
  const failedOnly = useSignal(false);
  const tried = useSignal(false);
  const { destinations } = words;
  const zone = connection.zone.value;
  const [begin, end] = [fromLocalTime(from.value, zone), fromLocalTime(until.value, zone)];
  const isBackwards = begin !== null && end !== null && Date.parse(begin) >= Date.parse(end);
  const shown = (fault: string | null) => (tried.value ? fault : null);

  function submit(): void {
    tried.value = true;
    if (begin === null || end === null || isBackwards) return;
    onReplay({ from: begin, to: end, failedOnly: failedOnly.value });
  }

  return (
    <details>
      <summary>{destinations.range}</summary>
      <form
        class="fields replay-range"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) submit();
        }}
      >
        <p class="small soft">{destinations.rangeNote}</p>
        <MomentField
          label={words.callbacks.from}
          error={shown(begin === null ? destinations.timeMissing : null)}
          value={from.value}
          usual="00:00"
          onChange={(next) => (from.value = next)}
        />
        <MomentField
          label={words.callbacks.until}
          error={shown(end === null ? destinations.timeMissing : isBackwards ? destinations.timeBackwards : null)}
          value={until.value}
          usual="24:00"
          onChange={(next) => (until.value = next)}
        />
        <Checkbox
          label={destinations.failedOnly}
          checked={failedOnly.value}
          onChange={(checked) => (failedOnly.value = checked)}
        />
        <div class="row">
          <Button type="submit" busy={busy}>
            {destinations.rangeDo}
          </Button>
        </div>
      </form>
    </details>
  );
}
