import { useSignal } from '@preact/signals';
import type { Destination } from '../../../shared/protocol/destination.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { words } from '../../words/words.ts';

export type DestinationPress = 'test' | 'pause' | 'resume' | 'replay' | 'rotate' | 'remove';

interface Props {
  destination: Destination;
  busy: DestinationPress | null;
  onPress: (press: DestinationPress) => void;
  onEdit: () => void;
}

/** What can be done with a destination; actions that cannot be undone ask first. */
export function DestinationActions({ destination, busy, onPress, onEdit }: Props) {
  const asked = useSignal<'rotate' | 'remove' | null>(null);
  const { destinations } = words;
  const isOff = destination.state === 'paused' || destination.state === 'disabled';
  const flow: DestinationPress = isOff ? 'resume' : 'pause';
  const button = (press: DestinationPress, look: 'primary' | 'plain' = 'plain') => (
    <Button look={look} busy={busy === press} onClick={() => onPress(press)}>
      {destinations[press]}
    </Button>
  );
  return (
    <div class="row">
      {button('test', 'primary')}
      {button('replay')}
      {button(flow)}
      <Button onClick={onEdit}>{destinations.edit}</Button>
      <Button busy={busy === 'rotate'} onClick={() => (asked.value = 'rotate')}>
        {destinations.rotate}
      </Button>
      <Button look="quiet-danger" busy={busy === 'remove'} onClick={() => (asked.value = 'remove')}>
        {destinations.remove}
      </Button>
      {asked.value === null ? null : (
        <ConfirmDialog
          danger={asked.value === 'remove'}
          title={asked.value === 'rotate' ? destinations.rotateTitle : destinations.removeTitle(destination.name)}
          body={asked.value === 'rotate' ? destinations.rotateBody : destinations.removeBody}
          confirm={asked.value === 'rotate' ? destinations.rotateDo : destinations.removeDo}
          keep={destinations.keep}
          onConfirm={() => asked.value && onPress(asked.value)}
          onClose={() => (asked.value = null)}
        />
      )}
    </div>
  );
}
