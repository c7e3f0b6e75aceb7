import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Template } from '../../../../shared/template/template-schema.ts';
import { isPassing } from '../../../api/api-fault.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { TextInput } from '../../../components/form/text-input.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { useMe } from '../../../components/use-me.ts';
import { useMoment } from '../../../components/use-moment.ts';
import { may } from '../../../state/team-rights.ts';
import type { RowPreview } from '../../../state/draft/create-row-preview.ts';
import type { KeptImport } from '../../../storage/kept-import.ts';
import { words } from '../../../words/words.ts';
import { askedCall } from './asked-call.ts';
import { CallState } from './call-state.tsx';
import { useTestCall } from './use-test-call.ts';

interface Props {
  kept: KeptImport;
  template: Template;
  /** The person whose values are heard. */
  preview: RowPreview;
}

/** Calls one's own phone with what one person of the list will hear, before anybody else is called. */
export function TestCall({ kept, template, preview }: Props) {
  const me = useMe();
  const made = useTestCall(kept.id);
  const isOpen = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The button that opened this is gone, and with it the focus.
    if (isOpen.value && document.activeElement === document.body) form.current?.querySelector('input')?.focus();
  }, [isOpen.value]);
  if (template.channel !== 'voice' || !may(me, 'preparers')) return null;
  if (!isOpen.value && !made.isAsked) {
    return (
      <p>
        <Button look="quiet" onClick={() => (isOpen.value = true)}>
          {words.confirm.testCall.open}
        </Button>
      </p>
    );
  }
  const number = made.number.value.trim();
  const row = preview.row.value;
  const isReady = number !== '' && !preview.reading.value && !preview.isStale.value;
  return (
    <section class="card stack" aria-labelledby="test-call">
      <h2 id="test-call">{words.confirm.testCall.title}</h2>
      <form
        ref={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          isOpen.value = true;
          if (isReady) void made.call(askedCall(template.id, kept.name, number, row));
        }}
      >
        <TextInput
          label={words.confirm.testCall.number}
          hint={words.confirm.testCall.hint}
          inputMode="tel"
          value={made.number.value}
          onInput={(value) => (made.number.value = value)}
        />
        <p class="small soft">
          {row === null ? words.confirm.testCall.hearsNobody : words.confirm.testCall.hears(row.line)}
        </p>
        <p>
          <Button type="submit" busy={made.busy.value} disabled={!isReady}>
            {made.busy.value ? words.confirm.testCall.pressing : words.confirm.testCall.press}
          </Button>
        </p>
      </form>
      {made.fault.value === null ? null : <Refusal fault={made.fault.value} />}
      {made.view.value === null ? null : <CallState view={made.view.value} />}
    </section>
  );
}

function Refusal({ fault }: { fault: ApiFault }) {
  const when = useMoment();
  const { clock } = useApp();
  const opensAt = opensAtOf(fault);
  return (
    <Notice tone="danger" alert>
      {opensAt === null || Date.parse(opensAt) < clock.value
        ? words.faultSentence(fault)
        : words.confirm.testCall.closed(when(opensAt))}
      {isPassing(fault) && fault.code !== 'refused' ? ` ${words.confirm.testCall.inDoubt}` : ''}
    </Notice>
  );
}

function opensAtOf(fault: ApiFault): string | null {
  if (fault.code !== 'refused' || fault.reason !== 'outside_calling_hours') return null;
  const { details } = fault;
  if (typeof details !== 'object' || details === null) return null;
  const opensAt: unknown = Reflect.get(details, 'opensAt');
  return typeof opensAt === 'string' ? opensAt : null;
}
