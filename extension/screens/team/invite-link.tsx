import { useSignal } from '@preact/signals';
import type { Invite } from '../../../shared/protocol/team.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/form/field.tsx';
import { Announcer } from '../../components/announcer.tsx';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** The link, to be copied and sent. */
export function InviteLink({ name, invite }: { name: string; invite: Invite }) {
  const { connection } = useApp();
  const copied = useSignal(false);
  const until = formatClock(Date.parse(invite.expiresAt), connection.zone.value);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(invite.link);
    copied.value = true;
  }
  return (
    <div class="fields">
      <Field label={words.team.linkFor(name)} hint={words.team.linkHint(until)}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            readOnly
            value={invite.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <div class="row">
        <Button onClick={() => void copy()}>{copied.value ? words.team.copied : words.team.copy}</Button>
        <Announcer text={copied.value ? words.team.copied : ''} />
      </div>
    </div>
  );
}
