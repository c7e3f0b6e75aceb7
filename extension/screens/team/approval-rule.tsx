import { useSignal } from '@preact/signals';
import type { ApiFault } from '../../api/api-fault.ts';
import type { TeamRules } from '../../api/team-answers.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { words } from '../../words/words.ts';

/** From how many contacts on a start needs two people. */
export function ApprovalRule({ rules }: { rules: TeamRules }) {
  const app = useApp();
  const typed = useSignal(rules.approveAbove === null ? '' : String(rules.approveAbove));
  const wrong = useSignal(false);
  const saved = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);

  async function save(): Promise<void> {
    const text = typed.value.trim();
    wrong.value = text !== '' && !/^\d{1,9}$/.test(text);
    if (wrong.value) return;
    busy.value = true;
    const answer = await app.connection.client.value?.changeTeamRules({
      approveAbove: text === '' ? null : Number(text),
    });
    busy.value = false;
    if (!answer) return;
    saved.value = answer.ok;
    fault.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    app.rules.show(answer.value);
    await app.askAnew();
  }
  return (
    <section class="card stack" aria-labelledby="approvals">
      <h2 id="approvals">{words.team.approvalHeading}</h2>
      <form
        class="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={words.team.approveAbove}
          hint={words.team.approveAboveHint}
          error={wrong.value ? words.team.approveAboveWrong : null}
          inputMode="numeric"
          narrow
          value={typed.value}
          onInput={(text) => {
            typed.value = text;
            wrong.value = false;
            saved.value = false;
          }}
        />
        <div class="row">
          <Button type="submit" busy={busy.value}>
            {words.team.save}
          </Button>
          <span class="small soft" role="status">
            {saved.value ? words.team.saved : ''}
          </span>
        </div>
      </form>
      <PressFault said={words.failed.saveRule} fault={fault.value} />
    </section>
  );
}
