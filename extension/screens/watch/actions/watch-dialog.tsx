import { assertNever } from '../../../../shared/result.ts';
import type { Channel } from '../../../../shared/template/template-schema.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { words } from '../../../words/words.ts';

export type AskedAbout = 'pause' | 'stop' | 'delete';

interface Props {
  about: AskedAbout;
  /** Contacts that have no final outcome yet. */
  left: number;
  channel: Channel;
  onConfirm: (about: AskedAbout) => void;
  onClose: () => void;
}

/** Says what will happen, with the count, before it does. */
export function WatchDialog({ about, left, channel, onConfirm, onClose }: Props) {
  const { title, body, confirm, keep } = texts(about, left, channel);
  return (
    <ConfirmDialog
      danger={about !== 'pause'}
      title={title}
      body={body}
      confirm={confirm}
      keep={keep}
      onConfirm={() => onConfirm(about)}
      onClose={onClose}
    />
  );
}

function texts(about: AskedAbout, left: number, channel: Channel) {
  const { watch, shell } = words;
  switch (about) {
    case 'pause':
      return {
        title: watch.pauseTitle,
        body: watch.pauseBody[channel](left),
        confirm: watch.pauseDo,
        keep: watch.keepGoing,
      };
    case 'stop':
      return {
        title: watch.stopTitle(left, channel),
        body: watch.stopBody[channel],
        confirm: watch.stopDo(left, channel),
        keep: watch.keepGoing,
      };
    case 'delete':
      return { title: watch.deleteTitle, body: watch.deleteBody, confirm: watch.deleteDo, keep: shell.cancel };
    default:
      return assertNever(about);
  }
}
