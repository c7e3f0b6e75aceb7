import { readReport, type Report } from '../../../api/import-calls.ts';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { Answered, WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { useMe } from '../../../components/use-me.ts';
import { may } from '../../../state/team-rights.ts';
import { saveFile } from '../../../components/save-file.ts';
import { outcomeWord } from '../../../components/status/outcome-parts.ts';
import { writeCrmFile } from '../../../files/crm-layout.ts';
import type { CrmLayout } from '../../../files/crm-layout.ts';
import { DownloadDialog } from './download-dialog.tsx';
import type { Wanted } from './download-dialog.tsx';
import { allowedActions } from './allowed-actions.ts';
import { words } from '../../../words/words.ts';

interface Props {
  view: Import;
  client: WorkerClient;
  /** More that can be done. */
  children?: ComponentChildren;
}

/** The key of the failure of deleting, the only press here that changes something. */
const ERASE = 'delete';

/** Downloads of an import, and deleting it; nothing here calls anybody. */
export function WatchActions({ view, client, children }: Props) {
  const { go, memory } = useApp();
  const asked = useSignal(false);
  const choosing = useSignal(false);
  const busy = useSignal<string | null>(null);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault } | null>(null);
  const allowed = allowedActions(view.state);
  const me = useMe();

  async function run<T>(name: string, work: () => Answered<T>, then: (value: T) => void): Promise<void> {
    busy.value = name;
    const answer = await work();
    busy.value = null;
    const said = name === ERASE ? words.failed.eraseImport : words.failed.download;
    failed.value = answer.ok ? null : { said, fault: answer.error };
    if (answer.ok) then(answer.value);
  }
  const report = (which: Report, fileName: string) =>
    run(
      which,
      () => readReport(client, view.id, which),
      (csv) => saveFile(csv, fileName),
    );
  const chosenResults = ({ format, outcomes, layout }: Wanted) =>
    format === 'crm'
      ? run(
          'chosen',
          () => readReport(client, view.id, 'results.ndjson', outcomes),
          (lines) => void saveForCrm(lines, view, layout),
        )
      : run(
          'chosen',
          () => readReport(client, view.id, `results.${format}`, outcomes),
          (file) => saveFile(file, words.watch.resultsFile(view.name, format)),
        );
  const erase = () =>
    run(
      ERASE,
      () => client.deleteImport(view.id),
      () => {
        void memory.unwatch(view.id);
        go({ screen: 'home' });
      },
    );

  return (
    <div class="stack">
      <div class="row watch-actions">
        {allowed.results ? (
          <Button
            label={words.watch.downloadResults}
            busy={busy.value === 'results.csv'}
            onClick={() => void report('results.csv', words.watch.resultsFile(view.name, 'csv'))}
          >
            <Icon name="download" />
            {words.watch.results}
          </Button>
        ) : null}
        {allowed.results ? (
          <Button busy={busy.value === 'chosen'} onClick={() => (choosing.value = true)}>
            {words.watch.moreDownloads}
          </Button>
        ) : null}
        {view.rows.total > view.rows.accepted ? (
          <Button
            label={words.watch.downloadNotCalled}
            busy={busy.value === 'issues.csv'}
            onClick={() => void report('issues.csv', words.watch.notCalledFile(view.name))}
          >
            <Icon name="download" />
            {words.watch.notCalled}
          </Button>
        ) : null}
        {children}
        {allowed.erase && may(me, 'preparers') ? (
          <Button look="quiet-danger" busy={busy.value === ERASE} onClick={() => (asked.value = true)}>
            {words.watch.deleteImport}
          </Button>
        ) : null}
      </div>
      {failed.value === null ? null : <PressFault {...failed.value} />}
      {choosing.value ? (
        <DownloadDialog
          view={view}
          onDownload={(wanted) => void chosenResults(wanted)}
          onClose={() => (choosing.value = false)}
        />
      ) : null}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.watch.deleteTitle(view.rows.accepted)}
          body={words.watch.deleteBody}
          confirm={words.watch.deleteDo}
          keep={words.shell.cancel}
          onConfirm={() => void erase()}
          onClose={() => (asked.value = false)}
        />
      ) : null}
    </div>
  );
}

async function saveForCrm(lines: Blob, { name, channel, shape }: Import, layout: CrmLayout): Promise<void> {
  const ours = { heading: words.watch.crm.usualHeading, outcome: (outcome: Outcome) => outcomeWord(outcome, channel) };
  saveFile(await writeCrmFile(lines, shape?.headings ?? [], layout, ours), words.watch.crm.fileName(name));
}
