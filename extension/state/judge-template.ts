import '../zod-setup.ts';
import { parseWindowTimes } from '../../shared/plan/calling-window.ts';
import type { Account } from '../../shared/protocol/account.ts';
import { accountIssues } from '../../shared/template/account-issues.ts';
import { templateIssues } from '../../shared/template/template-issues.ts';
import type { TemplateIssue } from '../../shared/template/template-issues.ts';
import { templateInputSchema } from '../../shared/template/template-schema.ts';

/** Everything the Worker would refuse a template for, in the order of the form. */
export function judgeTemplate(
  input: unknown,
  account: Pick<Account, 'window' | 'callsPerMinute'> | null,
): readonly TemplateIssue[] {
  const parsed = templateInputSchema.safeParse(input);
  if (!parsed.success) return templateIssues(parsed.error);
  const window = account ? parseWindowTimes(account.window) : null;
  if (!account || !window?.ok) return [];
  return accountIssues(parsed.data, { callsPerMinute: account.callsPerMinute, window: window.value });
}
