import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';

interface Props {
  busy?: boolean;
  onDecide: (reason: string) => void;
}

/** The decision to call those called recently all the same: it takes a reason, which colleagues read. */
export function CallAnyway({ busy = false, onDecide }: Props) {
  const reason = useSignal('');
  const said = reason.value.trim();
  return (
    <>
      <TextInput
        label={words.check.callAnywayReason}
        value={reason.value}
        onInput={(value) => {
          reason.value = value;
        }}
      />
      <div class="row">
        <Button busy={busy} disabled={said === ''} onClick={() => onDecide(said)}>
          {words.check.callAnyway}
        </Button>
      </div>
    </>
  );
}
