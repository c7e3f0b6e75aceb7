import { useSignal } from '@preact/signals';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { words } from '../../words/words.ts';
import { hostOf } from './host-of.ts';

/** Offers to follow a campaign made elsewhere; says first what changes for whoever gets its callbacks now. */
export function FollowCampaign({ campaign }: { campaign: ExotelCampaign }) {
  const { connection, go, memory } = useApp();
  const asking = useSignal(false);
  const busy = useSignal(false);
  const keepHours = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const { sid, channel, callbacks } = campaign;
  const hosts = new Set(Object.values(callbacks).flatMap((address) => (address ? [hostOf(address)] : [])));

  async function follow(): Promise<void> {
    const [client, worker] = [connection.client.value, connection.settings.value?.address ?? ''];
    if (!client) return;
    busy.value = true;
    const adopted = await client.adoptCampaign(sid, channel, keepHours.value);
    busy.value = false;
    fault.value = adopted.ok ? null : adopted.error;
    if (!adopted.ok) return;
    await memory.watch(adopted.value.id, worker);
    go({ screen: 'import', id: adopted.value.id });
  }

  if (campaign.editable === 'none') return null;
  return (
    <>
      <Notice
        tone="neutral"
        action={
          <Button busy={busy.value} onClick={() => (asking.value = true)}>
            {words.campaigns.follow}
          </Button>
        }
      >
        {words.campaigns.followLead}
        <Checkbox
          label={words.campaigns.keepHours}
          hint={words.campaigns.keepHoursHint}
          checked={keepHours.value}
          onChange={(isKept) => (keepHours.value = isKept)}
        />
      </Notice>
      <PressFault said={words.failed.follow} fault={fault.value} />
      {asking.value ? (
        <ConfirmDialog
          title={words.campaigns.followTitle(campaign.name)}
          body={[words.campaigns.followBody([...hosts]), keepHours.value ? words.campaigns.keepHoursNote : '']
            .join(' ')
            .trim()}
          confirm={words.campaigns.followDo}
          keep={words.shell.cancel}
          onConfirm={() => void follow()}
          onClose={() => (asking.value = false)}
        />
      ) : null}
    </>
  );
}
