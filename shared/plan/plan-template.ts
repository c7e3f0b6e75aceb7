import {
  DEFAULT_MESSAGES_PER_MINUTE,
  LAUNCH_LEAD_SECONDS,
  MESSAGE_LEAD_SECONDS,
  MIN_MESSAGE_SPAN_SECONDS,
} from '../limits.ts';
import { purposeOf, purposeWindow } from '../people/purpose.ts';
import type { CallingDays } from '../people/calling-days.ts';
import { err } from '../result.ts';
import type { Result } from '../result.ts';
import { isPersonal } from '../template/template-schema.ts';
import type { TemplateInput } from '../template/template-schema.ts';
import { effectiveWindow, formatCallingWindow, narrower } from './calling-window.ts';
import type { CallingWindow } from './calling-window.ts';
import type { DeliveryPreference } from './choose-delivery.ts';
import type { PaceUse } from './free-pace.ts';
import type { DialRules } from './next-slot.ts';
import type { CallingHours } from './open-hours.ts';
import { planCampaigns } from './plan-campaigns.ts';
import type { Plan } from './plan-campaigns.ts';
import type { PlanFault } from './plan-faults.ts';

/** The account's settings that decide when people are called or written to. */
export type AccountRules = CallingDays & {
  readonly window: CallingWindow;
  readonly timeZone: string;
  readonly callsPerMinute: number;
  readonly messagesPerMinute?: number;
};

const NO_RETRIES = { count: 0, intervalMinutes: 0, mechanism: 'Linear' } as const;

/** The rules for laying a template's campaigns into calling hours. */
export function templateRules(template: TemplateInput, account: AccountRules): Result<DialRules, PlanFault> {
  const window = effectiveWindow(template.window, account.window);
  if (!window.ok) return err({ code: 'window_outside_account' });
  const purpose = purposeOf(template);
  const hours = purposeWindow(purpose);
  const narrowest = hours === null ? window.value : narrower(window.value, hours);
  if (narrowest === null) {
    return err({ code: 'window_outside_purpose', purpose, purposeWindow: formatCallingWindow(hours ?? window.value) });
  }
  const { weekdays, closedDates, timeZone } = account;
  const shared = { window: narrowest, timeZone, weekdays, closedDates };
  const rules: DialRules =
    template.channel === 'voice'
      ? {
          ...shared,
          retries: template.retries,
          throttle: template.throttle,
          callsPerMinute: account.callsPerMinute,
          leadSeconds: LAUNCH_LEAD_SECONDS,
          minSpanSeconds: 0,
        }
      : {
          ...shared,
          retries: NO_RETRIES,
          throttle: null,
          callsPerMinute: account.messagesPerMinute ?? DEFAULT_MESSAGES_PER_MINUTE,
          leadSeconds: MESSAGE_LEAD_SECONDS,
          minSpanSeconds: MIN_MESSAGE_SPAN_SECONDS,
        };
  return { ok: true, value: rules };
}

/** When people of this template may be called; never, if its hours are now outside the account's. */
export function callingHours(template: TemplateInput, account: AccountRules): CallingHours {
  const rules = templateRules(template, account);
  const { timeZone, weekdays, closedDates } = account;
  return { timeZone, weekdays, closedDates, window: rules.ok ? rules.value.window : { openMinute: 0, closeMinute: 0 } };
}

/** Whether people listed twice are called twice; a list at Exotel holds each number once. */
export function callsDuplicates(template: TemplateInput): boolean {
  return template.channel === 'voice' && template.callDuplicates;
}

/** Facts from the check that the plan depends on. */
export type PlanFacts = {
  readonly contacts: number;
  readonly longestRowBytes: number;
  readonly wish: DeliveryPreference;
  /** Epoch milliseconds. */
  readonly notBefore?: number | null;
  /** The pace promised to other imports of the account on the same channel. */
  readonly promised?: readonly PaceUse[];
  readonly now: number;
};

/** The timetable of a template for so many contacts; the browser shows exactly what the Worker computes. */
export function planTemplate(
  template: TemplateInput,
  account: AccountRules,
  facts: PlanFacts,
): Result<Plan, PlanFault> {
  const rules = templateRules(template, account);
  if (!rules.ok) return rules;
  return planCampaigns({
    ...rules.value,
    ...facts,
    channel: template.channel,
    personal: isPersonal(template),
    callDuplicates: callsDuplicates(template),
  });
}
