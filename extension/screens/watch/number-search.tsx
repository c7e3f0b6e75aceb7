import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { ContactSearch } from '../../../shared/protocol/contact.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import type { Loadable } from '../../state/loadable.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/form/field.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { FoundRow } from './found-row.tsx';
import './number-search.css';

const MAX_TYPED = 40;

/** "Was +91 98… called?", for a customer on the phone. Nothing typed here is stored. */
export function NumberSearch({ view, client }: { view: Import; client: WorkerClient }) {
  const id = useId();
  const typed = useSignal('');
  const busy = useSignal(false);
  const answer = useSignal<Loadable<ContactSearch> | 'nothing_typed' | null>(null);
  const asked = useRef(0);

  async function look(): Promise<void> {
    const number = typed.value.trim();
    asked.current += 1;
    const mine = asked.current;
    if (number === '') {
      answer.value = 'nothing_typed';
      return;
    }
    busy.value = true;
    const found = await client.findContact(view.id, number);
    if (mine !== asked.current) return;
    busy.value = false;
    const at = Date.now();
    answer.value = found.ok
      ? { state: 'ready', value: found.value, at }
      : { state: 'fault', fault: found.error, last: null, at, lastAt: null };
  }

  const current = answer.value;
  const fault = current !== null && current !== 'nothing_typed' && current.state === 'fault' ? current.fault : null;
  const notANumber = fault?.code === 'refused' && fault.status === 400;
  const error = current === 'nothing_typed' ? words.search.missing : notANumber ? words.search.notANumber : null;
  return (
    <section class="card stack number-search" aria-labelledby={id}>
      <h2 id={id}>{words.search.title[view.channel]}</h2>
      <form
        role="search"
        class="number-search-form"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field label={words.search.label} hint={words.search.hint} error={error}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              type="search"
              inputMode="tel"
              autocomplete="off"
              maxLength={MAX_TYPED}
              value={typed.value}
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={busy.value}>
          {busy.value ? words.search.looking : words.search.look}
        </Button>
      </form>
      <div class="stack" role="status">
        {notANumber ? null : <PressFault said={words.failed.lookUp} fault={fault} />}
        {current !== null && current !== 'nothing_typed' && current.state === 'ready' ? (
          <Found view={view} found={current.value} />
        ) : null}
      </div>
    </section>
  );
}

function headline(number: string, items: ContactSearch['items']): string {
  if (items.length === 0) return words.search.notIn(number);
  const isCalled = items.some(({ bin }) => bin !== 'left_out');
  return isCalled ? words.search.found(number, items.length) : words.search.onlyLeftOut(number, items.length);
}

function Found({ view, found }: { view: Import; found: ContactSearch }) {
  const { connection } = useApp();
  const { number, items, asOf } = found;
  return (
    <>
      <p>
        <strong>{headline(number, items)}</strong>{' '}
        <span class="small soft">{words.shell.asOf(formatClock(Date.parse(asOf), connection.zone.value))}</span>
      </p>
      {items.map((item, index) => (
        <FoundRow key={item.line ?? `row ${index}`} view={view} item={item} number={number} />
      ))}
    </>
  );
}
