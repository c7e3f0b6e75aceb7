import { useSignal } from '@preact/signals';
import type { Channel } from '../../../../shared/template/template-schema.ts';
import { CALLS_A_PAGE } from '../../../api/exotel-calls.ts';
import type { CallLook } from '../../../api/exotel-calls.ts';
import { Pager } from '../../../components/pager.tsx';
import { Skeleton } from '../../../components/status/skeleton.tsx';
import { useAnswer } from '../../../components/use-answer.ts';
import { known } from '../../../state/loadable.ts';
import { words } from '../../../words/words.ts';
import { AsOf } from '../as-of.tsx';
import { CallFilter } from './call-filter.tsx';
import { CallTable } from './call-table.tsx';

/** The calls or messages of one campaign, a page at a time. */
export function CallSection({ sid, channel }: { sid: string; channel: Channel }) {
  const look = useSignal<CallLook>({ status: '', number: '', sort: '-created', offset: 0 });
  const current = look.value;
  const answer = useAnswer(JSON.stringify(current), (client) => client.campaignCalls(sid, channel, current));
  const page = known(answer.loadable);
  const filtered = current.status !== '' || current.number !== '';
  return (
    <section class="card stack" aria-labelledby="calls">
      <div class="row">
        <h2 id="calls">{words.calls.title[channel]}</h2>
        <span class="push">
          <AsOf answer={answer} />
        </span>
      </div>
      <CallFilter
        channel={channel}
        look={current}
        onChange={(change) => (look.value = { ...current, offset: 0, ...change })}
      />
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.items.length === 0 ? (
        <p class="soft">{filtered ? words.calls.noneFound[channel] : words.calls.none[channel]}</p>
      ) : (
        <CallTable channel={channel} calls={page.items} busy={answer.busy} />
      )}
      {page !== null && page.total > 0 ? (
        <Pager
          total={page.total}
          offset={page.offset}
          shown={page.items.length}
          limit={CALLS_A_PAGE}
          onMove={(offset) => (look.value = { ...current, offset })}
        />
      ) : null}
    </section>
  );
}
