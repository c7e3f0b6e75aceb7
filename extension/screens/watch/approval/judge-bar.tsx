import { useSignal } from '@preact/signals';
import type { Import, PlanView } from '../../../../shared/protocol/import.ts';
import { useId } from 'preact/hooks';
import { MAX_SEND_BACK_CHARS } from '../../../../shared/team-limits.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { Answered, WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { TextInput } from '../../../components/form/text-input.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { words } from '../../../words/words.ts';
import { ConsentTick } from '../../start/consent-tick.tsx';
import { useConsent } from '../../start/use-consent.ts';
import { CalledBefore } from '../upload/called-before.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import '../../import/step-bar.css';

interface Props {
  watch: ImportWatch;
  view: Import;
  plan: PlanView;
  client: WorkerClient;
  held: boolean;
}

type Press = 'approve' | 'send_back';

/** Approves what is on this screen, which starts it, or sends it back with a note. */
export function JudgeBar({ watch, view, plan, client, held }: Props) {
  const { askAnew, connection, memory } = useApp();
  const worker = connection.settings.value?.address ?? '';
  const busy = useSignal<Press | null>(null);
  const fault = useSignal<{ readonly press: Press; readonly fault: ApiFault } | null>(null);
  const again = useSignal(false);
  const consent = useConsent(view.template.id);
  const noteId = useId();
  const note = useSignal<string | null>(null);
  const expect = {
    contacts: view.rows.accepted,
    campaigns: plan.campaigns,
    ...(view.fingerprint && { fingerprint: view.fingerprint }),
  };

  async function run(press: Press, work: () => Answered<Import>): Promise<void> {
    busy.value = press;
    const answer = await work();
    busy.value = null;
    fault.value = answer.ok ? null : { press, fault: answer.error };
    // Somebody else was faster, or the import changed: the screen must show what is true now.
    const now = answer.ok ? answer : await client.import(view.id);
    if (now.ok) watch.show(now.value);
    if (answer.ok && press === 'approve') await Promise.all([memory.watch(view.id, worker), consent.remember()]);
    await askAnew();
  }
  const failed = fault.value;
  return (
    <div class="step-bar watch-start">
      <CalledBefore view={view} again={again.value} onAgain={(is) => (again.value = is)} />
      {note.value === null ? (
        <>
          <ConsentTick
            consent={consent}
            channel={view.channel}
            noteId={noteId}
            held={held ? words.adjust.useFirst : null}
            note=""
          />
          <div class="row">
            <Button onClick={() => (note.value = '')}>{words.team.sendBack}</Button>
            <Button
              look="primary"
              large
              busy={busy.value === 'approve'}
              describedBy={noteId}
              disabled={held || !consent.given || (view.launchedBefore !== null && !again.value)}
              onClick={() => void run('approve', () => client.approve(view.id, { expect, again: again.value }))}
            >
              {words.team.approve(expect.contacts, expect.campaigns, view.channel)}
            </Button>
          </div>
        </>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void run('send_back', () => client.sendBack(view.id, note.value?.trim() ?? ''));
          }}
        >
          <TextInput
            kind="lines"
            label={words.team.sendBackNote}
            value={note.value}
            onInput={(text) => (note.value = text.slice(0, MAX_SEND_BACK_CHARS))}
          />
          <div class="row">
            <Button onClick={() => (note.value = null)}>{words.shell.cancel}</Button>
            <Button type="submit" look="primary" busy={busy.value === 'send_back'}>
              {words.team.sendBackDo}
            </Button>
          </div>
        </form>
      )}
      {failed === null ? null : (
        <PressFault
          said={failed.press === 'approve' ? words.team.approveFailed : words.team.sendBackFailed}
          fault={failed.fault}
        />
      )}
    </div>
  );
}
