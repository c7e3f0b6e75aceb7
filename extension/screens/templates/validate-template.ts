import '../../zod-setup.ts';
import { parseWindowTimes } from '../../../shared/plan/calling-window.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import { accountIssues } from '../../../shared/template/account-issues.ts';
import { templateIssues } from '../../../shared/template/template-issues.ts';
import type { TemplateIssue } from '../../../shared/template/template-issues.ts';
import { templateInputSchema } from '../../../shared/template/template-schema.ts';
import { wordedIssues } from '../../words/worded-issues.ts';

/** Everything for which the Worker would refuse a template, in the order of the form. */
export function validateTemplate(
  input: unknown,
  account: Pick<Account, 'window' | 'callsPerMinute'> | null,
): readonly TemplateIssue[] {
  const parsed = templateInputSchema.safeParse(input);
  if (!parsed.success) return wordedIssues(templateIssues(parsed.error), account);
  const window = account ? parseWindowTimes(account.window) : null;
  if (!account || !window?.ok) return [];
  const rules = { callsPerMinute: account.callsPerMinute, window: window.value };
  return wordedIssues(accountIssues(parsed.data, rules), account);
}
