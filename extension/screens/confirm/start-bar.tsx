import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import type { Adjustment } from '../../../shared/template/adjust-template.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { useMe } from '../../components/use-me.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { isMeantFor } from '../../state/draft/meant-worker.ts';
import { known } from '../../state/loadable.ts';
import { startKind } from '../../state/team-rights.ts';
import { asksAgain } from '../../storage/kept-import.ts';
import type { Expectation, KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { BackLink } from '../import/step-bar.tsx';
import { ConsentTick } from '../start/consent-tick.tsx';
import { useConsent } from '../start/use-consent.ts';

interface Asked {
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  readonly adjust: Adjustment;
}

interface Props {
  kept: KeptImport;
  channel: Channel;
  /** The counts of this screen; null while nothing can be started. */
  counted: Expectation | null;
  /** What the Worker is told to count by. */
  asked: Asked | null;
  /** Runs before anything is started. */
  onStart: () => Promise<void>;
  /** Why nothing can be started; empty if something can. */
  why: string;
}

/** The one button that makes calls, sends messages or asks others to, with the count. */
export function StartBar({ kept, channel, counted, asked, onStart, why }: Props) {
  const { actions, connection, memory, rules, stay, templates } = useApp();
  const me = useMe();
  const noteId = useId();
  const pressed = useSignal(false);
  const consent = useConsent(kept.template.id);
  const found = useSignal<Expectation | null>(null);
  const refused = useSignal<'changed' | 'not_kept' | null>(null);
  const asks = asksAgain(kept);
  const isMeant = isMeantFor(kept, connection.settings.value?.address ?? '');
  // Both choices are one decision: without it, the Worker would count differently than this screen.
  const again = kept.override !== null;
  const before = asks?.why === 'launched_before';

  /** A second press is compared with the Worker's own count; otherwise two versions could disagree for ever. */
  async function askTheWorker(): Promise<void> {
    const answer = await connection.client.value?.import(kept.id);
    if (!answer?.ok || !answer.value.plan) return;
    const { rows, plan, fingerprint } = answer.value;
    // The Worker's current data must be on the screen before a person can agree to it.
    await Promise.all([templates.refresh(), connection.account.refresh(), rules.refresh()]);
    found.value = { contacts: rows.accepted, campaigns: plan.campaigns, ...(fingerprint && { fingerprint }) };
  }
  useEffect(() => void rules.refresh(), []);
  useEffect(() => {
    if (asks) void askTheWorker();
  }, [asks !== null, kept.id]);

  const saw = (asks ? found.value : null) ?? counted;
  const above = known(rules.loadable.value)?.approveAbove ?? null;
  const kind = startKind(me, above, saw?.contacts ?? 0);

  async function start(expected: Expectation, said: Asked): Promise<void> {
    pressed.value = true;
    const worker = connection.settings.value?.address ?? '';
    await Promise.all([memory.watch(kept.id, worker), consent.remember(), onStart()]);
    let id: string | null = null;
    try {
      id = await actions.press(kept, { counted: expected, again, ask: kind === 'ask', ...said });
      refused.value = id === null ? 'changed' : null;
    } catch {
      refused.value = 'not_kept';
    }
    pressed.value = id !== null;
    if (id === null || id === kept.id) return;
    await memory.watch(id, worker);
    stay({ screen: 'import', id });
  }

  /** Other people are called now, so what the Worker counted before is not valid. */
  function callAgain(checked: boolean): void {
    found.value = null;
    void actions.change(kept.id, { override: checked ? words.check.callAgain : null });
  }

  const ready = saw !== null && asked !== null;
  const nothing =
    refused.value === 'not_kept'
      ? words.check.pressNotKept
      : isMeant
        ? words.check.changedElsewhere
        : words.check.otherWorker;
  const note =
    kind === 'ask'
      ? me?.role === 'preparer' || above === null
        ? words.team.askNote.preparer
        : words.team.askNote.above(above)
      : words.check.startNote[channel];
  if (kind === 'none') {
    return (
      <div class="step-bar">
        <BackLink id={kept.id} step="check" />
        <p class="small soft step-bar-reason">{words.team.mayNot.viewer}</p>
      </div>
    );
  }
  return (
    <div class="step-bar">
      <BackLink id={kept.id} step="check" />
      {before ? (
        <div class="step-bar-reason">
          <Checkbox label={words.check.callAgain} checked={again} onChange={callAgain} />
        </div>
      ) : null}
      {ready ? (
        <ConsentTick
          consent={consent}
          channel={channel}
          noteId={noteId}
          note={refused.value === null ? note : nothing}
          failed={refused.value !== null}
        />
      ) : (
        <p class="small soft step-bar-reason" id={noteId} role="status">
          {why}
        </p>
      )}
      <Button
        look="primary"
        large
        busy={pressed.value}
        disabled={!ready || !consent.given || (before && !again)}
        describedBy={noteId}
        onClick={() => {
          if (saw && asked) void start(saw, asked);
        }}
      >
        {pressed.value
          ? kind === 'ask'
            ? words.team.asking
            : words.check.starting
          : saw
            ? kind === 'ask'
              ? words.team.ask(saw.contacts, channel)
              : words.check.start(saw.contacts, saw.campaigns, channel)
            : words.check.cannotStart}
      </Button>
    </div>
  );
}
