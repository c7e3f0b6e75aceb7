import { callbackCalls } from '../../api/callback-calls.ts';
import { useSignal } from '@preact/signals';
import type { Sink } from '../../../shared/protocol/sink.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import { CallbackTabs } from '../callbacks/callback-tabs.tsx';
import { AsOf } from '../campaigns/as-of.tsx';
import { CampaignTabs } from '../campaigns/campaign-tabs.tsx';
import '../campaigns/campaigns-screen.css';
import { SinkCard } from './sink-card.tsx';
import { SinkForm } from './sink-form.tsx';
import './sinks.css';

/** Addresses that receive callbacks of any campaign: made, copied, deleted. */
export function SinksScreen() {
  const { connection } = useApp();
  const answer = useAnswer('', (client) => callbackCalls(client).sinks());
  const asked = useSignal<Sink | null>(null);
  const done = useSignal<string | null>(null);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault } | null>(null);
  const page = known(answer.loadable);

  async function create(name: string): Promise<boolean> {
    const client = connection.client.value;
    const told = client && (await callbackCalls(client).createSink(name));
    if (!told) return false;
    failed.value = told.ok ? null : { said: words.failed.createSink, fault: told.error };
    done.value = told.ok ? words.sinks.created(name) : null;
    if (told.ok) await answer.again();
    return told.ok;
  }

  async function remove({ id, name }: Sink): Promise<void> {
    const client = connection.client.value;
    const told = client && (await callbackCalls(client).deleteSink(id));
    if (!told) return;
    failed.value = told.ok ? null : { said: words.failed.deleteSink, fault: told.error };
    done.value = told.ok ? words.sinks.removed(name) : null;
    await answer.again();
  }

  return (
    <div class="stack">
      <ScreenTitle>{words.callbacks.title}</ScreenTitle>
      <CampaignTabs current="callbacks" />
      <CallbackTabs current="sinks" />
      <p class="soft">{words.sinks.lead}</p>
      <SinkForm onCreate={create} />
      <AsOf answer={answer} />
      {failed.value === null ? null : <PressFault {...failed.value} />}
      {done.value === null ? null : (
        <Notice tone="good" alert>
          {done.value}
        </Notice>
      )}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.items.length === 0 ? (
        <p class="empty">{words.sinks.none}</p>
      ) : (
        <>
          <p class="small soft">{words.sinks.secretNote}</p>
          {page.items.map((sink) => (
            <SinkCard key={sink.id} sink={sink} onRemove={() => (asked.value = sink)} />
          ))}
        </>
      )}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.sinks.removeTitle(asked.value.name)}
          body={words.sinks.removeBody}
          confirm={words.sinks.removeDo}
          keep={words.sinks.keep}
          onConfirm={() => asked.value && void remove(asked.value)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </div>
  );
}
