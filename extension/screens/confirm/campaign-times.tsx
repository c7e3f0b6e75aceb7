import { useSignal } from '@preact/signals';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { formatHour, formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

const FIRST_SHOWN = 6;
const MORE_SHOWN = 50;

/** For each campaign, how many people it reaches, and when. */
export function CampaignTimes({ plan, channel, timeZone }: { plan: Plan; channel: Channel; timeZone: string }) {
  const { clock } = useApp();
  const shown = useSignal(FIRST_SHOWN);
  const left = plan.campaigns.length - shown.value;
  return (
    <div>
      <ol class="campaign-times">
        {plan.campaigns.slice(0, shown.value).map(({ seq, contacts, lists, sendAt, doneAt }) => (
          <li key={seq}>
            <span>
              {words.confirm.campaignRow(channel, seq, contacts)}
              {lists.length > 1 ? <span class="soft"> · {words.confirm.listsNote(lists.length)}</span> : null}
            </span>
            <span class="soft push">
              {`${formatMoment(sendAt, timeZone, clock.value)} – ${formatHour(doneAt, timeZone)}`}
            </span>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <Button look="quiet" onClick={() => (shown.value += MORE_SHOWN)}>
          {words.confirm.moreCampaigns(Math.min(left, MORE_SHOWN))}
        </Button>
      ) : null}
    </div>
  );
}
