import { useSignal } from '@preact/signals';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';

interface Props {
  channel: Channel;
  busy?: boolean;
  onDecide: (reason: string) => void;
}

/** The decision to call those called recently anyway. It needs a reason, which colleagues can read. */
export function CallAnyway({ channel, busy = false, onDecide }: Props) {
  const reason = useSignal('');
  const said = reason.value.trim();
  return (
    <>
      <TextInput
        label={words.check.callAnywayReason[channel]}
        value={reason.value}
        onInput={(value) => {
          reason.value = value;
        }}
      />
      <div class="row">
        <Button busy={busy} disabled={said === ''} onClick={() => onDecide(said)}>
          {words.check.callAnyway[channel]}
        </Button>
      </div>
    </>
  );
}
