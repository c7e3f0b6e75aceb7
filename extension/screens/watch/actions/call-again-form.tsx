import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { outcomeWord } from '../../../components/status/outcome-parts.ts';
import { Select } from '../../../components/form/select.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { countOfOutcomes, firstTicked } from './call-again-groups.ts';
import { standingOf } from '../../../state/import-standing.ts';
import { known } from '../../../state/loadable.ts';
import { newImportId } from '../../../storage/new-import-id.ts';
import { words } from '../../../words/words.ts';

interface Props {
  view: Import;
  outcomes: readonly Outcome[];
  onClose: () => void;
}

/** Who is called again, and with which template. Nothing is started here; the new import is shown first. */
export function CallAgainForm({ view, outcomes, onClose }: Props) {
  const { connection, go, templates } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const ticked = useSignal<readonly Outcome[]>(firstTicked(outcomes));
  const templateId = useSignal(view.template.id);
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const items = known(templates.loadable.value)?.items ?? [];
  const template = items.find(({ id }) => id === templateId.value);
  const count = countOfOutcomes(view.contacts, ticked.value);
  // One id per choice, so that pressing twice, or after a lost answer, still makes one import.
  const id = useMemo(() => newImportId((bytes) => crypto.getRandomValues(bytes)), [ticked.value, templateId.value]);
  useEffect(() => {
    heading.current?.focus();
    void templates.refresh();
  }, []);

  async function prepare(): Promise<void> {
    const client = connection.client.value;
    if (!client || !template || busy.value) return;
    busy.value = true;
    const from = { import: view.id, outcomes: [...ticked.value], keys: [] };
    const made = await client.importAgain({ template: template.id, from, id });
    busy.value = false;
    fault.value = made.ok ? null : made.error;
    if (made.ok) go({ screen: 'import', id: made.value.id });
  }

  return (
    <form
      class="card stack"
      aria-labelledby="again"
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      <h2 id="again" ref={heading} tabIndex={-1}>
        {words.watch.againHeading}
      </h2>
      <div class="outcome-ticks" role="group" aria-labelledby="again">
        {outcomes.map((outcome) => (
          <Checkbox
            key={outcome}
            label={words.watch.againOutcome(outcomeWord(outcome, view.channel), view.contacts[outcome])}
            checked={ticked.value.includes(outcome)}
            onChange={(checked) => {
              const others = ticked.value.filter((one) => one !== outcome);
              ticked.value = checked ? [...others, outcome] : others;
            }}
          />
        ))}
      </div>
      <Select
        label={words.watch.againTemplate}
        value={template?.id ?? ''}
        options={[
          ...(template ? [] : [['', words.watch.againChoose] as const]),
          ...items.map((one) => [one.id, one.name] as const),
        ]}
        onChange={(picked) => (templateId.value = picked)}
      />
      <p class="small soft">
        {words.watch.againNote} {standingOf(view).settled ? null : words.watch.againRunning}
      </p>
      <PressFault said={words.failed.prepare} fault={fault.value} />
      <div class="row">
        <Button type="submit" look="primary" busy={busy.value} disabled={count === 0 || !template}>
          {words.watch.againDo(count, template?.channel ?? view.channel)}
        </Button>
        <Button onClick={onClose}>{words.shell.cancel}</Button>
        {count === 0 ? <span class="small soft">{words.watch.againNobody}</span> : null}
      </div>
    </form>
  );
}
