import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { Answered, ImportAction, Report, WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { allowedActions } from './allowed-actions.ts';
import type { ImportWatch } from '../create-import-watch.ts';
import { settledOf, totalOf } from '../../../state/outcome-totals.ts';
import { words } from '../../../words/words.ts';
import { WatchDialog } from './watch-dialog.tsx';
import type { AskedAbout } from './watch-dialog.tsx';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
  /** More that can be done. */
  children?: ComponentChildren;
}

/** What can be done with an import besides starting it. What cannot be taken back asks first. */
export function WatchActions({ watch, view, client, children }: Props) {
  const { go, memory } = useApp();
  const asked = useSignal<AskedAbout | null>(null);
  const busy = useSignal<string | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const allowed = allowedActions(view.state);
  const failed = watch.failed.value;

  async function run<T>(name: string, work: () => Answered<T>, then: (value: T) => void): Promise<void> {
    busy.value = name;
    const answer = await work();
    busy.value = null;
    fault.value = answer.ok ? null : answer.error;
    if (answer.ok) then(answer.value);
  }
  async function steer(action: ImportAction): Promise<void> {
    busy.value = action;
    fault.value = null;
    await watch.steer(action);
    busy.value = null;
  }
  const report = (which: Report, fileName: string) =>
    run(
      which,
      () => client.report(view.id, which),
      (csv) => saveFile(csv, fileName),
    );
  const erase = () =>
    run(
      'delete',
      () => client.deleteImport(view.id),
      () => {
        void memory.unwatch(view.id);
        go({ screen: 'home' });
      },
    );

  return (
    <div class="stack">
      <div class="row watch-actions">
        {allowed.pause ? (
          <Button busy={busy.value === 'pause'} onClick={() => (asked.value = 'pause')}>
            <Icon name="pause" />
            {words.watch.pause}
          </Button>
        ) : null}
        {allowed.resume ? (
          <Button look="primary" busy={busy.value === 'resume'} onClick={() => void steer('resume')}>
            <Icon name="play" />
            {words.watch.resume}
          </Button>
        ) : null}
        {allowed.stop ? (
          <Button busy={busy.value === 'stop'} onClick={() => (asked.value = 'stop')}>
            <Icon name="stop" />
            {words.watch.stop}
          </Button>
        ) : null}
        {allowed.results ? (
          <Button
            label={words.watch.downloadResults}
            busy={busy.value === 'results.csv'}
            onClick={() => void report('results.csv', words.watch.resultsFile(view.name))}
          >
            <Icon name="download" />
            {words.watch.results}
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
        {allowed.erase ? (
          <Button look="quiet-danger" busy={busy.value === 'delete'} onClick={() => (asked.value = 'delete')}>
            {words.watch.deleteImport}
          </Button>
        ) : null}
      </div>
      {watch.pending.value === 'pause' ? <Notice tone="neutral">{words.watch.pausing}</Notice> : null}
      {watch.pending.value === 'resume' ? <Notice tone="neutral">{words.watch.resuming}</Notice> : null}
      {failed ? (
        <Notice tone="danger" title={words.watch.pressFailed[failed.action](view.channel)} alert>
          {words.faultSentence(failed.fault)}
        </Notice>
      ) : null}
      {fault.value ? (
        <Notice tone="danger" alert>
          {words.faultSentence(fault.value)}
        </Notice>
      ) : null}
      {asked.value ? (
        <WatchDialog
          about={asked.value}
          channel={view.channel}
          left={totalOf(view.contacts) - settledOf(view.contacts)}
          onConfirm={(about) => void (about === 'delete' ? erase() : steer(about))}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </div>
  );
}
