import { peopleCalls } from '../../api/people-calls.ts';
import { useSignal } from '@preact/signals';
import type { Person } from '../../../shared/protocol/person.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import { PersonCard } from './person-card.tsx';

/** Looks a number up, or puts it on the list with a reason. */
export function OneNumber({ onChange }: { onChange: () => Promise<void> }) {
  const { connection } = useApp();
  const me = useMe();
  const number = useSignal('');
  const note = useSignal('');
  const busy = useSignal(false);
  const added = useSignal<{ readonly number: string; readonly still: number } | null>(null);
  const person = useSignal<Person | null>(null);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault } | null>(null);
  const isEmpty = number.value.trim() === '';

  async function add(): Promise<void> {
    busy.value = true;
    const client = connection.client.value;
    const answered = client && (await peopleCalls(client).suppress(number.value.trim(), note.value.trim()));
    busy.value = false;
    if (!answered) return;
    failed.value = answered.ok ? null : { said: words.failed.addNumber, fault: answered.error };
    person.value = null;
    added.value = answered.ok ? { number: number.value.trim(), still: answered.value.stillCalledBy ?? 0 } : null;
    if (!answered.ok) return;
    note.value = '';
    await onChange();
  }

  async function find(): Promise<void> {
    busy.value = true;
    const client = connection.client.value;
    const answered = client && (await peopleCalls(client).findPerson(number.value.trim()));
    busy.value = false;
    if (!answered) return;
    added.value = null;
    failed.value = answered.ok ? null : { said: words.failed.lookUp, fault: answered.error };
    person.value = answered.ok ? answered.value : null;
  }

  return (
    <section class="card stack" aria-labelledby="one-number">
      <h2 id="one-number">{words.people.one}</h2>
      <TextInput
        label={words.people.number}
        inputMode="tel"
        value={number.value}
        onInput={(value) => (number.value = value)}
      />
      <TextInput label={words.people.note} value={note.value} onInput={(value) => (note.value = value)} />
      <div class="row">
        {may(me, 'launchers') ? (
          <Button busy={busy.value} disabled={isEmpty} onClick={() => void find()}>
            {words.people.find}
          </Button>
        ) : null}
        <Button look="primary" busy={busy.value} disabled={isEmpty} onClick={() => void add()}>
          {words.people.add}
        </Button>
      </div>
      {failed.value === null ? null : <PressFault {...failed.value} />}
      {added.value === null ? null : (
        <Notice tone={added.value.still === 0 ? 'good' : 'warn'} alert>
          {words.people.added(added.value.number)}
          {added.value.still === 0 ? null : ` ${words.people.stillCalledBy(added.value.still)}`}
        </Notice>
      )}
      {person.value ? <PersonCard person={person.value} /> : null}
    </section>
  );
}
