import { importCalls } from '../../../api/import-calls.ts';
import { useSignal } from '@preact/signals';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { DecideRequest } from '../../../../shared/protocol/import-requests.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import { Button } from '../../../components/button.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import type { Route } from '../../../state/route.ts';
import { words } from '../../../words/words.ts';
import { AttentionItem } from './attention-item.tsx';

const FIRST_SHOWN = 3;

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/**
 * What waits for a person, before everything else. One refusal can concern two hundred campaigns, so only a few are
 * shown.
 */
export function AttentionList({ watch, view, client }: Props) {
  const all = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const shown = all.value ? view.attention : view.attention.slice(0, FIRST_SHOWN);
  const left = view.attention.length - shown.length;

  async function decide(seq: number, request: DecideRequest): Promise<void> {
    const answer = await importCalls(client, view.id).decide(seq, request);
    fault.value = answer.ok ? null : answer.error;
    if (answer.ok) watch.show(answer.value);
  }

  const campaignOf = (seq: number | null) => view.campaigns.find((campaign) => campaign.seq === seq);
  const placeOf = (sid: string | null): Route | null =>
    sid === null ? null : { screen: 'campaign', sid, channel: view.channel, edit: false };

  if (view.attention.length === 0) return null;
  return (
    <>
      {shown.map((item) => (
        <AttentionItem
          key={`${item.code} ${item.seq}`}
          item={item}
          contacts={campaignOf(item.seq)?.contacts ?? 0}
          place={placeOf(campaignOf(item.seq)?.sid ?? null)}
          onDecide={decide}
        />
      ))}
      {left > 0 ? (
        <Button look="quiet" onClick={() => (all.value = true)}>
          {words.watch.moreAttention(left)}
        </Button>
      ) : null}
      <PressFault said={words.failed.decide} fault={fault.value} />
    </>
  );
}
