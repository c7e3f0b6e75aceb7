import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import type { KeptImport, UploadFault } from '../../../storage/kept-import.ts';
import { formatClock } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';

/** Why an upload waits or has stopped, and what to do; nothing if all is well. */
export function UploadProblem({ kept }: { kept: KeptImport }) {
  const { actions, connection, openSettings } = useApp();
  const { upload } = kept;
  if ((upload.step !== 'working' && upload.step !== 'stuck') || !upload.fault) return null;
  const again = () => void actions.tryAgain(kept.id);
  if (upload.step === 'working') {
    const when =
      upload.retryAt === null ? '' : words.upload.retryAt(formatClock(upload.retryAt, connection.zone.value));
    return (
      <Notice tone="warn" action={<Button onClick={again}>{words.upload.retryNow}</Button>}>
        {sentence(upload.fault)} {when}
      </Notice>
    );
  }
  const unknownToken = upload.fault.code === 'refused' && upload.fault.reason === 'unauthorised';
  return (
    <Notice
      tone="danger"
      alert
      title={words.upload.stuck}
      action={
        <>
          <Button onClick={again}>{words.shell.tryAgain}</Button>
          {unknownToken ? <Button onClick={openSettings}>{words.upload.toSettings}</Button> : null}
        </>
      }
    >
      {sentence(upload.fault)}
    </Notice>
  );
}

function sentence(fault: UploadFault): string {
  if (fault.code === 'worker_forgotten') return words.upload.workerForgotten;
  return fault.code === 'file_lost' ? words.upload.fileLost : words.faultSentence(fault);
}
