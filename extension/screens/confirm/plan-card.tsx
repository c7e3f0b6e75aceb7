import { useSignal } from '@preact/signals';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { templateRules } from '../../../shared/plan/plan-template.ts';
import { parseWindowTimes } from '../../../shared/plan/calling-window.ts';
import type { SpendEstimate } from '../../../shared/protocol/spend.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import { AfterPaint } from '../../components/after-paint.tsx';
import { useApp } from '../../components/app-context.ts';
import { Facts } from '../../components/facts.tsx';
import type { Fact, FactEdit } from '../../components/facts.tsx';
import type { KeptImport } from '../../storage/kept-import.ts';
import { formatDuration, formatMoment, zoneLabel } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import type { AdjustPart } from './adjust/adjust-fields.ts';
import { CampaignTimes } from './campaign-times.tsx';
import { costText } from './start-cost.ts';
import { DeliveryChoice } from './delivery-choice.tsx';
import { FactEditor } from './adjust/fact-editor.tsx';
import { TemplateFact } from './template-choice.tsx';
import { Timeline } from './timeline.tsx';
import type { AdjustForm } from './adjust/use-adjust-form.ts';

interface Props {
  kept: KeptImport;
  plan: Plan;
  template: Template;
  account: Account;
  /** What this import changes about its template; null while it is not known. */
  adjusting: AdjustForm | null;
  /** SMS parts of all messages; null if none are sent. */
  parts: number | null;
  cost: SpendEstimate | null;
}

/** Campaigns and times, as they would be if Start were pressed now. */
export function PlanCard({ kept, plan, template, account, adjusting, parts, cost }: Props) {
  const open = useSignal<AdjustPart | 'template' | null>(null);
  const { clock } = useApp();
  const { channel } = template;
  const now = clock.value;
  const moment = (at: number) => formatMoment(at, account.timeZone, now);
  const hours = template.window ?? account.window;
  const contacts = plan.campaigns.reduce((sum, campaign) => sum + campaign.contacts, 0);
  const lists = plan.campaigns.reduce((sum, campaign) => sum + campaign.lists.length, 0);
  const editing = (part: AdjustPart | 'template', fields: FactEdit['fields']): FactEdit => ({
    label: words.adjust.change[part],
    isOpen: open.value === part,
    toggle: () => (open.value = open.value === part ? null : part),
    fields,
  });
  const edit = (part: AdjustPart): FactEdit | undefined =>
    adjusting === null ? undefined : editing(part, () => <FactEditor part={part} adjusting={adjusting} open={open} />);
  const editTemplate = editing('template', () => <TemplateFact kept={kept} channel={channel} open={open} />);
  const facts: Fact[] = [
    [words.confirm.templateFact, template.name, undefined, editTemplate],
    [words.confirm.starts[channel], moment(plan.startsAt), undefined, edit('startAt')],
    [words.confirm.ends, moment(plan.endsAt)],
    [words.confirm.takes, words.confirm.takesDays(plan.days, formatDuration(plan.endsAt - plan.startsAt))],
    [
      words.confirm.hours,
      words.confirm.hoursOf(hours.from, hours.to, zoneLabel(now, account.timeZone)),
      'hours',
      edit('window'),
    ],
  ];
  if (template.channel === 'voice') {
    const { count } = template.retries;
    const pace = Math.min(template.throttle ?? account.callsPerMinute, account.callsPerMinute);
    facts.push([words.confirm.pace, words.confirm.paceOf(pace), 'throttle', edit('throttle')]);
    facts.push([
      words.confirm.attempts,
      words.confirm.attemptsNote(plan.worstCaseAttempts, count),
      'worstCase',
      edit('retries'),
    ]);
  }
  if (parts !== null) facts.push([words.confirm.parts, words.confirm.partsNote(parts)]);
  if (cost !== null) facts.push([words.confirm.cost, costText(cost)]);
  const accountWindow = parseWindowTimes(account.window);
  const rules = accountWindow.ok ? templateRules(template, { ...account, window: accountWindow.value }) : null;
  return (
    <section class="card stack" aria-labelledby="plan">
      <h2 id="plan" class="confirm-headline">
        {words.confirm.headline(channel, contacts, plan.campaigns.length)}
      </h2>
      <Facts facts={facts} />
      <AfterPaint>
        {rules?.ok ? (
          <Timeline plan={plan} window={rules.value.window} hours={hours} timeZone={account.timeZone} />
        ) : null}
        <CampaignTimes plan={plan} channel={channel} timeZone={account.timeZone} />
        <DeliveryChoice
          kept={kept}
          template={template}
          sentence={words.sentences.delivery(plan.reason, { campaigns: plan.campaigns.length, lists })}
        />
      </AfterPaint>
    </section>
  );
}
