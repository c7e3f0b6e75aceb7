import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { MAX_PERSON_NAME_CHARS } from '../../../shared/team-limits.ts';
import type { Invite } from '../../../shared/protocol/team.ts';
import { ROLES } from '../../../shared/team/roles.ts';
import type { Role } from '../../../shared/team/roles.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { useFirstFault } from '../../components/form/field.tsx';
import { Select } from '../../components/form/select.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { words } from '../../words/words.ts';
import { fromLocalTime } from '../../state/local-time.ts';
import { AccessLimitFields, isAhead, NO_LIMITS } from './access-limits.tsx';
import { useAdminCalls } from './use-admin-calls.ts';
import { InviteLink } from './invite-link.tsx';

/** Makes an invite link for one colleague; nobody else sees the token it is exchanged for. */
export function InviteForm() {
  const { askAnew, connection } = useApp();
  const calls = useAdminCalls();
  const form = useRef<HTMLFormElement>(null);
  const showFault = useFirstFault(form);
  const name = useSignal('');
  const role = useSignal<Role>('preparer');
  const limits = useSignal(NO_LIMITS);
  const missing = useSignal(false);
  const isOver = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const made = useSignal<{ readonly name: string; readonly invite: Invite } | null>(null);

  async function invite(): Promise<void> {
    const wished = name.value.trim();
    missing.value = wished === '';
    const { template, ends } = limits.value;
    const zone = connection.zone.value;
    isOver.value = !isAhead(ends, zone, Date.now());
    if (missing.value || isOver.value) return showFault();
    busy.value = true;
    const answer = await calls?.invite({
      name: wished,
      role: role.value,
      template: template === '' ? null : template,
      expires: ends === '' ? null : fromLocalTime(ends, zone),
    });
    busy.value = false;
    if (!answer) return;
    fault.value = answer.ok ? null : answer.error;
    made.value = answer.ok ? { name: wished, invite: answer.value } : null;
    if (!answer.ok) return;
    name.value = '';
    limits.value = NO_LIMITS;
    await askAnew();
  }
  return (
    <section class="card stack" aria-labelledby="invite">
      <h2 id="invite">{words.team.inviteHeading}</h2>
      <form
        ref={form}
        class="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <TextInput
          label={words.team.inviteName}
          hint={words.team.inviteNameHint}
          error={missing.value ? words.team.nameMissing : null}
          value={name.value}
          onInput={(text) => {
            name.value = text.slice(0, MAX_PERSON_NAME_CHARS);
            missing.value = false;
          }}
        />
        <Select
          label={words.team.role}
          hint={words.team.roleNotes[role.value]}
          value={role.value}
          options={ROLES.map((each) => [each, words.team.roles[each]] as const)}
          onChange={(picked) => (role.value = picked)}
        />
        <AccessLimitFields
          value={limits.value}
          isOver={isOver.value}
          onChange={(value) => {
            limits.value = value;
            isOver.value = false;
          }}
        />
        <div class="row">
          <Button type="submit" look="primary" busy={busy.value}>
            {words.team.inviteDo}
          </Button>
        </div>
      </form>
      {made.value ? (
        <InviteLink key={made.value.invite.link} name={made.value.name} invite={made.value.invite} />
      ) : null}
      <PressFault said={words.failed.invite} fault={fault.value} />
    </section>
  );
}
