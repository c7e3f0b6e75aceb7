import { useSignal } from '@preact/signals';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { formatCount } from '../../words/format-number.ts';
import { formatDuration, formatMoment, zoneLabel } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

const FIRST_SHOWN = 4;
const MORE_SHOWN = 50;

interface Props {
  plan: Plan;
  template: Template;
  account: Account;
}

/** Campaigns and times, as they would be if Start were pressed now. */
export function PlanCard({ plan, template, account }: Props) {
  const { clock } = useApp();
  const shown = useSignal(FIRST_SHOWN);
  const now = clock.value;
  const moment = (at: number) => formatMoment(at, account.timeZone, now);
  const window = template.window ?? account.window;
  const left = plan.campaigns.length - shown.value;
  const facts = [
    [words.check.starts, moment(plan.startsAt)],
    [words.check.ends, moment(plan.endsAt)],
    [words.check.takes, words.check.takesDays(plan.days, formatDuration(plan.endsAt - plan.startsAt))],
    [words.check.hours, words.check.hoursOf(window.from, window.to, zoneLabel(now, account.timeZone))],
    [
      words.check.attempts,
      `${formatCount(plan.worstCaseAttempts)}, ${words.check.attemptsNote(template.channel === 'voice' ? template.retries.count : 0)}`,
    ],
  ] as const;
  return (
    <section class="card stack" aria-labelledby="plan">
      <h2 id="plan">{words.check.planHeading}</h2>
      <Facts facts={facts} />
      <ol class="plan-list">
        {plan.campaigns.slice(0, shown.value).map(({ seq, contacts, sendAt, doneAt }) => (
          <li key={seq}>
            <span>{words.check.campaignRow(seq, contacts)}</span>
            <span class="soft push">{`${moment(sendAt)} – ${moment(doneAt).split(' ').at(-1) ?? ''}`}</span>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <Button look="quiet" onClick={() => (shown.value += MORE_SHOWN)}>
          {words.check.moreCampaigns(Math.min(left, MORE_SHOWN))}
        </Button>
      ) : null}
    </section>
  );
}
