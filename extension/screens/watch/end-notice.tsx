import { readReport } from '../../api/import-calls.ts';
import { useSignal } from '@preact/signals';
import type { Import } from '../../../shared/protocol/import.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { saveFile } from '../../components/save-file.ts';
import { standingOf } from '../../state/import-standing.ts';
import { words } from '../../words/words.ts';

/** What an end means: everybody has a result, or how many have none, with a link to them. */
export function EndNotice({ view, client }: { view: Import; client: WorkerClient }) {
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const { code, count } = standingOf(view);

  async function save(): Promise<void> {
    busy.value = true;
    const csv = await readReport(client, view.id, 'results.csv');
    busy.value = false;
    fault.value = csv.ok ? null : csv.error;
    if (csv.ok) saveFile(csv.value, words.watch.resultsFile(view.name, 'csv'));
  }
  if (code === 'finished') {
    return (
      <Notice tone="good" title={words.watch.finishedTitle}>
        {words.watch.finishedNote}
      </Notice>
    );
  }
  if (code === 'settling') return <Notice tone="neutral">{words.watch.settlingNote(count)}</Notice>;
  if (code !== 'finished_short' && code !== 'stopped_short') return null;
  return (
    <>
      <Notice
        tone="warn"
        action={
          <Button busy={busy.value} onClick={() => void save()}>
            {words.watch.seeWho}
          </Button>
        }
      >
        {words.watch.noResultNote(count)}
      </Notice>
      <PressFault said={words.failed.download} fault={fault.value} />
    </>
  );
}
