import type { Channel } from '../../../../shared/template/template-schema.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { words } from '../../../words/words.ts';

export type AskedAbout = 'pause' | 'stop';

interface Props {
  about: AskedAbout;
  /** Contacts that have no final outcome yet. */
  left: number;
  channel: Channel;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what will happen, with the count, before it does. */
export function SteerDialog({ about, left, channel, onConfirm, onClose }: Props) {
  const { watch } = words;
  const texts =
    about === 'pause'
      ? { title: watch.pauseTitle, body: watch.pauseBody[channel](left), confirm: watch.pauseDo }
      : { title: watch.stopTitle(left, channel), body: watch.stopBody[channel], confirm: watch.stopDo(left, channel) };
  return (
    <ConfirmDialog
      {...texts}
      danger={about === 'stop'}
      keep={watch.keepGoing}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
