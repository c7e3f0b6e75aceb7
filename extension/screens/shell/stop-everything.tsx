import { useSignal } from '@preact/signals';
import { isIn } from '../../../shared/team/roles.ts';
import type { Brake } from '../../../shared/protocol/brake.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { Answered } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { known, knownAt } from '../../state/loadable.ts';
import { formatClock, formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import './stop-everything.css';

/** The emergency stop and its result. It pauses, which can be undone, so it does not ask first. */
export function StopEverything() {
  const { brake, clock, connection, imports } = useApp();
  const busy = useSignal(false);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault; readonly of: Brake['state'] } | null>(
    null,
  );
  const loadable = brake.loadable.value;
  const now = known(loadable);
  const client = connection.client.value;
  const role = known(connection.account.loadable.value)?.role ?? 'viewer';
  if (now === null || client === null || (now.state === 'released' && role === 'viewer')) return null;
  const zone = connection.zone.value;
  const asOf = knownAt(loadable);
  /** Nothing while the Worker tells what is so now. */
  const old = loadable.state === 'fault' && asOf !== null ? words.shell.asOf(formatClock(asOf, zone)) : null;

  async function press(ask: () => Answered<Brake>, said: string, of: Brake['state']): Promise<void> {
    busy.value = true;
    const answered = await ask();
    busy.value = false;
    failed.value = answered.ok ? null : { said, fault: answered.error, of };
    if (!answered.ok) return;
    brake.show(answered.value);
    await imports.refresh();
  }

  return (
    <section class="stop-everything" aria-label={words.brake.label}>
      {now.state === 'released' ? (
        <>
          <Button
            look="danger"
            busy={busy.value}
            describedBy="stop-everything-note"
            onClick={() => void press(client.stopEverything, words.brake.failed, now.state)}
          >
            <Icon name="stop" />
            {words.brake.stop(now.calls)}
          </Button>
          <span id="stop-everything-note" class="small">
            {words.brake.note(now.total)} {old}
          </span>
        </>
      ) : (
        <Notice
          tone="warn"
          title={now.state === 'stopping' ? words.brake.stopping(now.done, now.total) : words.brake.stopped(now.total)}
          action={
            isIn(role, 'launchers') ? (
              <Button
                busy={busy.value}
                onClick={() => void press(client.allowStarting, words.brake.liftFailed, now.state)}
              >
                {words.brake.lift}
              </Button>
            ) : null
          }
          alert
        >
          {now.by === null || now.at === null ? null : (
            <p>
              {words.brake.by(now.by, formatMoment(Date.parse(now.at), zone, clock.value))}{' '}
              {now.reason ? words.brake.because(now.reason) : null}
            </p>
          )}
          <p>
            {words.brake.until} {old}
          </p>
        </Notice>
      )}
      {failed.value?.of === now.state ? <PressFault said={failed.value.said} fault={failed.value.fault} /> : null}
    </section>
  );
}
