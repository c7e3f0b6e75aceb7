import '../../../zod-setup.ts';
import { MAX_START_AHEAD_DAYS } from '../../../../shared/limits.ts';
import { parseWindowTimes } from '../../../../shared/plan/calling-window.ts';
import type { Account } from '../../../../shared/protocol/account.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { accountIssues } from '../../../../shared/template/account-issues.ts';
import { adjustmentSchema, adjustTemplate } from '../../../../shared/template/adjust-template.ts';
import type { Adjustment } from '../../../../shared/template/adjust-template.ts';
import { templateIssues } from '../../../../shared/template/template-issues.ts';
import type { Template } from '../../../../shared/template/template-schema.ts';
import { wordedIssues } from '../../../words/worded-issues.ts';
import { words } from '../../../words/words.ts';

/** One fault, at a field of the form, in words. */
export interface AdjustIssue {
  readonly path: string;
  readonly message: string;
}

const DAY_MS = 86_400_000;

/** What the Worker would accept, or everything for which it would refuse, in the order of the form. */
export function validateAdjustment(
  input: unknown,
  template: Template,
  account: Pick<Account, 'window' | 'callsPerMinute'>,
  now: number,
): Result<Adjustment, readonly AdjustIssue[]> {
  const parsed = adjustmentSchema.safeParse(input);
  if (!parsed.success) {
    return err(
      wordedIssues(templateIssues(parsed.error), account).map(({ path, message }) => ({
        path,
        message: path === 'startAt' ? words.adjust.startMissing : message,
      })),
    );
  }
  const adjust = parsed.data;
  const issues: AdjustIssue[] = [];
  if (adjust.startAt != null && Date.parse(adjust.startAt) > now + MAX_START_AHEAD_DAYS * DAY_MS) {
    issues.push({ path: 'startAt', message: words.adjust.startTooLate(MAX_START_AHEAD_DAYS) });
  }
  const window = parseWindowTimes(account.window);
  if (window.ok) {
    const rules = { callsPerMinute: account.callsPerMinute, window: window.value };
    issues.push(...wordedIssues(accountIssues(adjustTemplate(template, adjust), rules), account));
  }
  return issues.length > 0 ? err(issues) : ok(adjust);
}
