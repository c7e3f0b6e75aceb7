import { useSignal } from '@preact/signals';
import type { Sink } from '../../../shared/protocol/sink.ts';
import { ok } from '../../../shared/result.ts';
import { CALLBACKS_A_PAGE, callbackCalls } from '../../api/callback-calls.ts';
import type { Answered, Page } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { CampaignTabs } from '../campaigns/campaign-tabs.tsx';
import '../campaigns/campaigns-screen.css';
import { CallbackExport } from './callback-export.tsx';
import { CallbackFilter } from './callback-filter.tsx';
import { CallbackList } from './callback-list.tsx';
import { callbackQuery, EVERYTHING } from './callback-look.ts';
import type { CallbackLook } from './callback-look.ts';
import { CallbackTabs } from './callback-tabs.tsx';
import './callbacks.css';
import { useCallbacks } from './use-callbacks.ts';

/** All stored callbacks, and those that arrive while one looks. */
export function CallbacksScreen() {
  const { connection, go } = useApp();
  const look = useSignal(EVERYTHING);
  const offset = useSignal(0);
  const query = callbackQuery(look.value, connection.zone.value);
  const { answer, tail, page, isFirst } = useCallbacks(query, offset.value);
  // A person who may not see sinks still sees callbacks, only without the sinks' names.
  const seesSinks = may(useMe(), 'launchers');
  const sinks =
    known(useAnswer(String(seesSinks), (client) => (seesSinks ? callbackCalls(client).sinks() : none())).loadable)
      ?.items ?? [];
  const fresh = isFirst ? tail.items.value : [];
  const isAsked = Object.keys(query).length > 0;
  const change = (next: Partial<CallbackLook>) => {
    look.value = { ...look.value, ...next };
    offset.value = 0;
  };

  return (
    <div class="stack">
      <ScreenTitle>{words.callbacks.title}</ScreenTitle>
      <CampaignTabs current="callbacks" />
      <CallbackTabs current="callbacks" />
      <p class="soft">{words.callbacks.lead}</p>
      <CallbackFilter look={look.value} sinks={sinks} onChange={change} />
      <AsOf answer={answer} />
      {isFirst && page !== null ? <LiveLine isLive={tail.isLive.value} /> : null}
      {isFirst && tail.leftOut.value > 0 ? (
        <Notice tone="neutral">{words.callbacks.leftOut(tail.leftOut.value)}</Notice>
      ) : null}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton lines={5} />
        ) : null
      ) : fresh.length + page.items.length > 0 ? (
        <>
          <section class="card">
            <CallbackList
              callbacks={[...fresh, ...page.items]}
              busy={answer.busy}
              nameOfSink={(id) => sinks.find((each) => each.id === id)?.name ?? words.callbacks.sink}
            />
          </section>
          <CallbackExport query={query} />
          <Pager
            total={page.total + fresh.length}
            offset={page.offset}
            shown={fresh.length + page.items.length}
            limit={CALLBACKS_A_PAGE}
            onMove={(next) => (offset.value = next)}
          />
        </>
      ) : (
        <div class="empty stack">
          <p>{isAsked ? words.callbacks.noneFound : words.callbacks.none}</p>
          <p>
            {isAsked ? (
              <Button onClick={() => change(EVERYTHING)}>{words.callbacks.showAll}</Button>
            ) : seesSinks ? (
              <Button onClick={() => go({ screen: 'sinks' })}>{words.callbacks.makeSink}</Button>
            ) : null}
          </p>
        </div>
      )}
    </div>
  );
}

async function none(): Answered<Page<Sink>> {
  return ok({ items: [], total: 0, offset: 0, limit: 0 });
}

function LiveLine({ isLive }: { isLive: boolean }) {
  return (
    <p class="small" role="status">
      <span class={`shell-dot${isLive ? '' : ' shell-dot-off'}`} aria-hidden="true" />
      {isLive ? words.callbacks.live : words.callbacks.notLive}
    </p>
  );
}
