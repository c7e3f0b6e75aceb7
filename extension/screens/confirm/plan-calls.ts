import { parseWindowTimes } from '../../../shared/plan/calling-window.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { planTemplate } from '../../../shared/plan/plan-template.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import type { PlanFacts } from '../../../shared/plan/plan-template.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { TemplateInput } from '../../../shared/template/template-schema.ts';
import { words } from '../../words/words.ts';

/** `message` is empty if this screen has words of its own for the problem. */
export type PlanProblem = {
  readonly code: 'no_contacts' | 'hours_outside_account' | 'unplannable';
  readonly message: string;
};

/** The plan as the Worker will make it: with the same code, account and template, around the same other imports. */
export function planCalls(
  template: TemplateInput,
  account: Pick<Account, 'window' | 'timeZone' | 'callsPerMinute' | 'messagesPerMinute'> &
    Partial<Pick<Account, 'promised'>>,
  facts: PlanFacts,
): Result<Plan, PlanProblem> {
  const window = parseWindowTimes(account.window);
  if (!window.ok) return err({ code: 'hours_outside_account', message: '' });
  const { promised = [], ...rules } = account;
  const plan = planTemplate(
    template,
    { ...rules, window: window.value },
    { ...facts, promised: promised.filter(({ channel }) => channel === template.channel).map(toUse) },
  );
  if (plan.ok) return plan;
  const { code } = plan.error;
  if (code === 'window_outside_account') return err({ code: 'hours_outside_account', message: '' });
  return err({ code: code === 'no_contacts' ? code : 'unplannable', message: words.sentences.plan(plan.error) });
}

function toUse({ from, until, perMinute }: Account['promised'][number]): PaceUse {
  return { from: Date.parse(from), until: Date.parse(until), perMinute };
}
