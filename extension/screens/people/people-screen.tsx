import { useSignal } from '@preact/signals';
import type { Suppression } from '../../../shared/people/suppression.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { PEOPLE_A_PAGE, peopleCalls } from '../../api/people-calls.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { NumberFile } from './number-file.tsx';
import { OneNumber } from './one-number.tsx';
import { nameOf, SuppressionTable } from './suppression-table.tsx';

const RULES = formatRoute({ screen: 'rules' });

/** Who must not be called: looked up, added singly or as a file, and removed with a reason. */
export function PeopleScreen({ offset }: { offset: number }) {
  const { connection, stay } = useApp();
  const me = useMe();
  const answer = useAnswer(String(offset), (client) => peopleCalls(client).suppressions(offset));
  const leaving = useSignal<Suppression | null>(null);
  const reason = useSignal('');
  const left = useSignal<string | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const page = known(answer.loadable);

  async function takeOff(item: Suppression): Promise<void> {
    const client = connection.client.value;
    const told = client && (await peopleCalls(client).takeOff(item.id, reason.value.trim()));
    if (!told) return;
    fault.value = told.ok ? null : told.error;
    left.value = told.ok ? nameOf(item) : null;
    leaving.value = null;
    reason.value = '';
    await answer.again();
  }

  return (
    <div class="stack">
      <ScreenTitle>{words.people.title}</ScreenTitle>
      <p class="soft">{words.people.lead}</p>
      <p>
        <a href={RULES}>{words.rules.see}</a>
      </p>
      {may(me, 'preparers') ? (
        <>
          <OneNumber onChange={answer.again} />
          <NumberFile onChange={answer.again} />
        </>
      ) : null}
      <h2>{words.people.list}</h2>
      <AsOf answer={answer} />
      <PressFault said={words.failed.takeOff} fault={fault.value} />
      {left.value === null ? null : (
        <Notice tone="good" alert>
          {words.people.takenOff(left.value)}
        </Notice>
      )}
      {leaving.value ? (
        <section class="card stack" aria-label={words.people.takeOffNamed(nameOf(leaving.value))}>
          <TextInput
            label={words.people.whyOff(nameOf(leaving.value))}
            value={reason.value}
            onInput={(value) => (reason.value = value)}
          />
          <div class="row">
            <Button
              look="danger"
              disabled={reason.value.trim() === ''}
              onClick={() => leaving.value && void takeOff(leaving.value)}
            >
              {words.people.takeOffNamed(nameOf(leaving.value))}
            </Button>
            <Button onClick={() => (leaving.value = null)}>{words.shell.cancel}</Button>
          </div>
        </section>
      ) : null}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.total === 0 ? (
        <p class="empty">{words.people.none}</p>
      ) : (
        <>
          <section class="card">
            <SuppressionTable
              items={page.items}
              onTakeOff={may(me, 'admins') ? (item) => (leaving.value = item) : null}
            />
          </section>
          <Pager
            total={page.total}
            offset={page.offset}
            shown={page.items.length}
            limit={PEOPLE_A_PAGE}
            onMove={(next) => stay({ screen: 'people', offset: next })}
          />
        </>
      )}
    </div>
  );
}
