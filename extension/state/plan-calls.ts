import { effectiveWindow, parseWindowTimes } from '../../shared/plan/calling-window.ts';
import { planCampaigns } from '../../shared/plan/plan-campaigns.ts';
import type { Plan } from '../../shared/plan/plan-campaigns.ts';
import { planSentence } from '../../shared/plan/plan-faults.ts';
import type { Account } from '../../shared/protocol/account.ts';
import { err } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Template } from '../../shared/template/template-schema.ts';

/** `message` is empty where this screen has words of its own. */
export type PlanProblem = {
  readonly code: 'no_contacts' | 'hours_outside_account' | 'unplannable';
  readonly message: string;
};

/** The plan as the Worker will make it: the same code, the same account, the same template. */
export function planCalls(
  contacts: number,
  template: Pick<Template, 'retries' | 'throttle' | 'window'>,
  account: Pick<Account, 'window' | 'timeZone' | 'callsPerMinute'>,
  now: number,
): Result<Plan, PlanProblem> {
  const accountWindow = parseWindowTimes(account.window);
  const window = accountWindow.ok ? effectiveWindow(template.window, accountWindow.value) : accountWindow;
  if (!window.ok) return err({ code: 'hours_outside_account', message: '' });
  const plan = planCampaigns({
    contacts,
    now,
    retries: template.retries,
    throttle: template.throttle,
    window: window.value,
    timeZone: account.timeZone,
    callsPerMinute: account.callsPerMinute,
  });
  if (plan.ok) return plan;
  const code = plan.error.code === 'no_contacts' ? 'no_contacts' : 'unplannable';
  return err({ code, message: planSentence(plan.error) });
}
