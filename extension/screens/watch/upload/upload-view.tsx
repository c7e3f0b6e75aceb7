import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Announcer } from '../../../components/announcer.tsx';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { Progress } from '../../../components/status/progress.tsx';
import { ScreenTitle } from '../../../components/screen-title.tsx';
import type { KeptImport } from '../../../storage/kept-import.ts';
import { useMeantWorker } from '../../../components/use-meant-worker.ts';
import { cancelUpload } from '../../../upload/cancel-upload.ts';
import { words } from '../../../words/words.ts';
import { GoesTo } from '../../elsewhere/goes-to.tsx';
import { UploadProblem } from './upload-problem.tsx';

/** An import being uploaded. Shows what is on disk, because the background does the work. */
export function UploadView({ kept }: { kept: KeptImport }) {
  const { clientFor, files, go, memory, stay } = useApp();
  const { meant } = useMeantWorker(kept.worker);
  const asking = useSignal(false);
  const tooLate = useSignal(false);
  const { upload, press } = kept;
  const notPressed = upload.step === 'draft' || upload.step === 'asks_again';
  useEffect(() => {
    if (notPressed) stay({ screen: 'step', id: kept.id, step: kept.step });
  }, [notPressed]);
  if (upload.step === 'draft' || upload.step === 'asks_again') return null;

  async function cancel(): Promise<void> {
    const cancelled = await cancelUpload(kept.id, files, clientFor);
    tooLate.value = !cancelled;
    if (!cancelled) return;
    await memory.unwatch(kept.id);
    go({ screen: 'home' });
  }

  const task = words.upload.tasks[upload.task];
  const sent = words.upload.sent(upload.offset, kept.fileBytes);
  return (
    <div class="watch stack">
      <ScreenTitle>{kept.name}</ScreenTitle>
      <GoesTo kept={kept} />
      <section class="card stack">
        {press ? (
          <p class="watch-big">
            {press.ask === true
              ? words.team.willAsk(press.contacts)
              : words.upload.willStart(press.contacts, press.campaigns)}
          </p>
        ) : null}
        <div class="row">
          <span>{task}</span>
          <span class="push soft">{sent}</span>
        </div>
        <Progress
          label={task}
          done={upload.offset}
          total={kept.fileBytes}
          words={`${task}${words.shell.fullStop} ${sent}`}
        />
        <Announcer text={`${task}${words.shell.fullStop} ${sent}`} />
        <p class="small soft">{words.upload.closeNote}</p>
        <UploadProblem kept={kept} />
        {tooLate.value ? <Notice tone="warn">{words.upload.tooLate}</Notice> : null}
        <div class="row">
          <Button onClick={() => (asking.value = true)}>{words.upload.cancel}</Button>
        </div>
      </section>
      {asking.value ? (
        <ConfirmDialog
          danger
          title={words.upload.cancelTitle}
          body={meant === null ? words.upload.cancelHere : words.upload.cancelBody}
          confirm={words.upload.cancelDo}
          keep={words.watch.keepGoing}
          onConfirm={() => void cancel()}
          onClose={() => (asking.value = false)}
        />
      ) : null}
    </div>
  );
}
