import type { Account } from '../../shared/protocol/account.ts';
import type { TemplateIssue } from '../../shared/template/template-issues.ts';
import { words } from './words.ts';

/** The shared rules word a template's issues in English: the same issues in the language in use. */
export function wordedIssues(
  issues: readonly TemplateIssue[],
  account: Pick<Account, 'window' | 'callsPerMinute'> | null,
): readonly TemplateIssue[] {
  const ofAccount = account
    ? {
        accountWindow: `${account.window.from}-${account.window.to}`,
        accountCallsPerMinute: account.callsPerMinute,
      }
    : {};
  return issues.map((issue) => {
    const setting = issue.path.split('.').at(-1) ?? '';
    return { ...issue, message: words.sentences.template(issue, { setting, ...ofAccount }) };
  });
}
