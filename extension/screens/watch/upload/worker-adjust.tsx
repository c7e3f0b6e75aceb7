import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import { known } from '../../../state/loadable.ts';
import { words } from '../../../words/words.ts';
import { AdjustSection } from '../../confirm/adjust/adjust-section.tsx';
import { useAdjustForm } from '../../confirm/adjust/use-adjust-form.ts';
import type { AdjustForm } from '../../confirm/adjust/use-adjust-form.ts';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
  /** True while what is typed differs from what the Worker has; then nothing may be started. */
  unsaved: Signal<boolean>;
}

/** Times and pace of an import at the Worker, which makes a new plan on a press. */
export function WorkerAdjust(props: Props) {
  const { connection, templates } = useApp();
  const template = known(templates.loadable.value)?.items.find(({ id }) => id === props.view.template.id) ?? null;
  const account = known(connection.account.loadable.value);
  const adjusting = useAdjustForm(props.view.adjust, template, account);
  return adjusting ? <Adjusting key={adjusting.template.id} {...props} adjusting={adjusting} /> : null;
}

function Adjusting({ watch, view, client, unsaved, adjusting }: Props & { adjusting: AdjustForm }) {
  const adjust = adjusting.adjust.value;
  const key = JSON.stringify(adjust);
  const sent = useSignal(key);
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const differs = key !== sent.value;
  useEffect(() => {
    unsaved.value = differs;
    return () => (unsaved.value = false);
  }, [differs]);

  async function use(): Promise<void> {
    if (adjust === null || busy.value) return;
    busy.value = true;
    const answer = await client.checkImport(view.id, { adjust });
    busy.value = false;
    fault.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    sent.value = key;
    watch.show(answer.value);
  }

  return (
    <section class="card stack worker-adjust">
      <AdjustSection adjusting={adjusting} />
      {differs ? (
        <div class="row">
          <Button look="primary" busy={busy.value} disabled={adjust === null} onClick={() => void use()}>
            {busy.value ? words.adjust.using : words.adjust.use}
          </Button>
        </div>
      ) : null}
      <PressFault said={words.failed.adjust} fault={fault.value} />
    </section>
  );
}
