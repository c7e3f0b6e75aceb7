import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Settings, SettingsChange } from '../../../shared/protocol/settings.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { Answered } from '../../api/worker-client.ts';
import { Button } from '../../components/button.tsx';
import { useFirstFault } from '../../components/form/field.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { words } from '../../words/words.ts';

export type SaveRules = (change: SettingsChange) => Answered<Settings>;

interface Props {
  id: string;
  heading: string;
  lead: string;
  /** Null while something typed is wrong, which is then marked. */
  read: () => SettingsChange | null;
  save: SaveRules;
  /** Changes with everything typed, because a result of saving then no longer applies. */
  typed: string;
  children: ComponentChildren;
}

/** Rules that are saved together. */
export function RuleCard({ id, heading, lead, read, save, typed, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const showFault = useFirstFault(form);
  const busy = useSignal(false);
  const saved = useSignal<string | null>(null);
  const fault = useSignal<ApiFault | null>(null);

  async function submit(): Promise<void> {
    const change = read();
    saved.value = null;
    fault.value = null;
    if (change === null) return showFault();
    busy.value = true;
    const told = await save(change);
    busy.value = false;
    fault.value = told.ok ? null : told.error;
    saved.value = told.ok ? typed : null;
  }
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p class="soft">{lead}</p>
      <form
        ref={form}
        class="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        <div class="row">
          <Button type="submit" busy={busy.value} label={words.rules.saveOf(heading)}>
            {words.team.save}
          </Button>
          <span class="small soft" role="status">
            {saved.value === typed ? words.team.saved : ''}
          </span>
        </div>
      </form>
      <PressFault said={words.failed.saveRule} fault={fault.value} />
    </section>
  );
}
