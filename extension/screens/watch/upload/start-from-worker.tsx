import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Import, PlanView } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { useMe } from '../../../components/use-me.ts';
import { known } from '../../../state/loadable.ts';
import { startKind } from '../../../state/team-rights.ts';
import type { ImportWatch } from '../create-import-watch.ts';
import { words } from '../../../words/words.ts';
import { ConsentTick } from '../../start/consent-tick.tsx';
import { useConsent } from '../../start/use-consent.ts';
import { CalledBefore } from './called-before.tsx';
import '../../import/step-bar.css';

interface Props {
  watch: ImportWatch;
  view: Import;
  plan: PlanView;
  client: WorkerClient;
  held: boolean;
}

/**
 * Starts an import that reached the Worker another way, or asks others to; the Worker compares the counts on this
 * screen.
 */
export function StartFromWorker({ watch, view, plan, client, held }: Props) {
  const { connection, memory, rules } = useApp();
  const me = useMe();
  const worker = connection.settings.value?.address ?? '';
  const busy = useSignal(false);
  const again = useSignal(false);
  const note = useId();
  const consent = useConsent(view.template.id);
  const fault = useSignal<ApiFault | null>(null);
  const expect = {
    contacts: view.rows.accepted,
    campaigns: plan.campaigns,
    ...(view.fingerprint && { fingerprint: view.fingerprint }),
  };
  const above = known(rules.loadable.value)?.approveAbove ?? null;
  const kind = startKind(me, above, expect.contacts);

  async function start(): Promise<void> {
    busy.value = true;
    const said = { expect, again: again.value };
    const answer = await (kind === 'ask' ? client.askToStart(view.id, said) : client.launchImport(view.id, said));
    busy.value = false;
    fault.value = answer.ok ? null : answer.error;
    // The Worker has another limit than was known here, or other counts than are shown.
    if (!answer.ok) await rules.refresh();
    if (!answer.ok) return;
    watch.show(answer.value);
    await Promise.all([memory.watch(view.id, worker), consent.remember()]);
  }

  if (kind === 'none') return <p class="small soft">{words.team.mayNot.viewer}</p>;
  const asks =
    me?.role === 'preparer' || above === null ? words.team.askNote.preparer : words.team.askNote.above(above);
  return (
    <div class="step-bar watch-start">
      <CalledBefore view={view} again={again.value} onAgain={(is) => (again.value = is)} />
      <ConsentTick
        consent={consent}
        channel={view.channel}
        noteId={note}
        held={held ? words.adjust.useFirst : null}
        note={kind === 'ask' ? asks : ''}
      />
      <Button
        look="primary"
        large
        busy={busy.value}
        disabled={held || !consent.given || (view.launchedBefore !== null && !again.value)}
        describedBy={note}
        onClick={() => void start()}
      >
        {kind === 'ask'
          ? words.team.ask(expect.contacts, view.channel)
          : words.check.start(expect.contacts, expect.campaigns, view.channel)}
      </Button>
      <PressFault said={kind === 'ask' ? words.team.askFailed : words.watch.startFailed} fault={fault.value} />
    </div>
  );
}
