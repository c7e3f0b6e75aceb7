import { useSignal } from '@preact/signals';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { ImportAction } from '../../../api/worker-client.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import { openOf } from '../../../state/outcome-totals.ts';
import { words } from '../../../words/words.ts';
import { allowedActions } from './allowed-actions.ts';
import { SteerDialog } from './steer-dialog.tsx';
import type { AskedAbout } from './steer-dialog.tsx';

/** Pause, Resume and Stop, and what came of the last press. What holds calls back asks first. */
export function SteerButtons({ watch, view }: { watch: ImportWatch; view: Import }) {
  const asked = useSignal<AskedAbout | null>(null);
  const busy = useSignal<ImportAction | null>(null);
  const allowed = allowedActions(view.state);
  const failed = watch.failed.value;

  const about = asked.value;

  async function steer(action: ImportAction): Promise<void> {
    busy.value = action;
    await watch.steer(action);
    busy.value = null;
  }

  return (
    <>
      {allowed.pause || allowed.resume || allowed.stop ? (
        <div class="row">
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
        </div>
      ) : null}
      {watch.pending.value === 'pause' ? <Notice tone="neutral">{words.watch.pausing}</Notice> : null}
      {watch.pending.value === 'resume' ? <Notice tone="neutral">{words.watch.resuming}</Notice> : null}
      {failed ? (
        <Notice tone="danger" title={words.watch.pressFailed[failed.action](view.channel)} alert>
          {words.faultSentence(failed.fault)}
        </Notice>
      ) : null}
      {about ? (
        <SteerDialog
          about={about}
          channel={view.channel}
          left={openOf(view.contacts)}
          onConfirm={() => void steer(about)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </>
  );
}
