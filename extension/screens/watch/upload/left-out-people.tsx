import { useSignal } from '@preact/signals';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { CallAnyway } from '../../check/call-anyway.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import { formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/**
 * People called recently, and the decision to call them anyway; nothing overrides the list of people not to be called.
 */
export function LeftOutPeople({ watch, view, client }: Props) {
  const { clock, connection } = useApp();
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const { override, rows } = view;

  async function decide(reason: string): Promise<void> {
    busy.value = true;
    const answer = await client.checkImport(view.id, { override: 'called_recently', reason });
    busy.value = false;
    fault.value = answer.ok ? null : answer.error;
    if (answer.ok) watch.show(answer.value);
  }

  if (override !== null) {
    const when = formatMoment(Date.parse(override.at), connection.zone.value, clock.value);
    return <p class="small soft">{words.check.calledAnyway(override.by, when, override.reason, view.channel)}</p>;
  }
  if (rows.called_recently === 0) return null;
  return (
    <section class="card stack" aria-labelledby="called-recently">
      <h2 id="called-recently">{words.check.calledRecentlyHeading(rows.called_recently, view.channel)}</h2>
      <p class="small soft">{words.check.calledRecentlyWhy(view.channel)}</p>
      <CallAnyway channel={view.channel} busy={busy.value} onDecide={(reason) => void decide(reason)} />
      <PressFault said={words.failed.callAnyway} fault={fault.value} />
    </section>
  );
}
