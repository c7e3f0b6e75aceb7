import { useSignal } from '@preact/signals';
import type { ImportSummary } from '../../../../shared/protocol/import.ts';
import type { ImportAction } from '../../../api/worker-client.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { useMe } from '../../../components/use-me.ts';
import { heldBack, may } from '../../../state/team-rights.ts';
import { openOf } from '../../../state/outcome-totals.ts';
import { words } from '../../../words/words.ts';
import { allowedActions } from './allowed-actions.ts';
import type { FailedPress } from './failed-press.ts';

interface Props {
  of: Pick<ImportSummary, 'state' | 'channel' | 'contacts'>;
  /** An accepted press that does not show yet. */
  pending: ImportAction | null;
  failed: FailedPress | null;
  steer: (action: ImportAction) => Promise<unknown>;
}

/** Pause, Resume and Stop, with the result of the last press. Pause can be undone and does not ask; Stop asks first. */
export function SteerButtons({ of, pending, failed, steer }: Props) {
  const asked = useSignal(false);
  const busy = useSignal<ImportAction | null>(null);
  const me = useMe();
  const legal = allowedActions(of.state);
  const allowed = {
    pause: legal.pause && may(me, 'preparers'),
    resume: legal.resume && may(me, 'launchers'),
    stop: legal.stop && may(me, 'preparers'),
  };
  const missed = heldBack(me);
  const isMissed = (['pause', 'resume', 'stop'] as const).some((action) => legal[action] && !allowed[action]);
  const left = openOf(of.contacts);

  async function press(action: ImportAction): Promise<void> {
    busy.value = action;
    await steer(action);
    busy.value = null;
  }

  return (
    <>
      {allowed.pause || allowed.resume || allowed.stop ? (
        <div class="row">
          {allowed.pause ? (
            <Button busy={busy.value === 'pause'} onClick={() => void press('pause')}>
              <Icon name="pause" />
              {words.watch.pause}
            </Button>
          ) : null}
          {allowed.resume ? (
            <Button look="primary" busy={busy.value === 'resume'} onClick={() => void press('resume')}>
              <Icon name="play" />
              {words.watch.resume}
            </Button>
          ) : null}
          {allowed.stop ? (
            <Button busy={busy.value === 'stop'} onClick={() => (asked.value = true)}>
              <Icon name="stop" />
              {words.watch.stop}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isMissed && missed !== null ? <p class="small soft">{words.team.mayNot[missed]}</p> : null}
      {pending === 'pause' ? <Notice tone="neutral">{words.watch.pausing[of.channel]}</Notice> : null}
      {pending === 'resume' ? <Notice tone="neutral">{words.watch.resuming}</Notice> : null}
      {failed ? (
        <Notice tone="danger" title={words.watch.pressFailed[failed.action](of.channel)} alert>
          {words.faultSentence(failed.fault)}
        </Notice>
      ) : null}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.watch.stopTitle(left, of.channel)}
          body={words.watch.stopBody[of.channel]}
          confirm={words.watch.stopDo(left, of.channel)}
          keep={words.watch.keepGoing}
          onConfirm={() => void press('stop')}
          onClose={() => (asked.value = false)}
        />
      ) : null}
    </>
  );
}
