import { formatCallingWindow, isWithin, narrower, parseWindowTimes } from '../plan/calling-window.ts';
import type { CallingWindow } from '../plan/calling-window.ts';
import { purposeOf, purposeWindow } from '../people/purpose.ts';
import { templateIssue } from './template-issues.ts';
import type { TemplateIssue } from './template-issues.ts';
import type { TemplateInput } from './template-schema.ts';

/** What a template is compared with: the account's pace and calling window. */
export type TemplateAccount = { readonly callsPerMinute: number; readonly window: CallingWindow };

/** Checks the rules that depend on the account; the schema has already checked the others. */
export function accountIssues(template: TemplateInput, account: TemplateAccount): TemplateIssue[] {
  const issues: TemplateIssue[] = [];
  if (template.window !== null) {
    const window = parseWindowTimes(template.window);
    if (!window.ok) issues.push(templateIssue('window', window.error.code));
    else if (!isWithin(window.value, account.window)) {
      const accountWindow = formatCallingWindow(account.window);
      issues.push(templateIssue('window', 'window_outside_account', { accountWindow }));
    }
    const hours = purposeWindow(purposeOf(template));
    // Hours that overlap the purpose's are narrowed when calls are planned; hours that do not overlap leave nobody to
    // call.
    if (window.ok && hours !== null && narrower(window.value, hours) === null) {
      issues.push(templateIssue('window', 'window_outside_purpose'));
    }
  }
  // Exotel: a campaign's own throttle must be below the account's.
  const throttle = template.channel === 'voice' ? template.throttle : null;
  if (throttle !== null && throttle >= account.callsPerMinute) {
    const accountCallsPerMinute = account.callsPerMinute;
    issues.push(templateIssue('throttle', 'throttle_not_below_account', { accountCallsPerMinute }));
  }
  return issues;
}
