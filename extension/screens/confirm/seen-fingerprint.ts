import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { parseWindowTimes } from '../../../shared/plan/calling-window.ts';
import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import { accountPart, adjustPart, columnsPart, templatePart } from '../../../shared/plan/launch-fingerprint.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import type { Adjustment } from '../../../shared/template/adjust-template.ts';
import type { TemplateInput } from '../../../shared/template/template-schema.ts';

/**
 * The fingerprint of what is on the screen, which the Worker compares. It does not include whose numbers they are,
 * because the file itself is sent from here.
 */
export function seenFingerprint(seen: {
  readonly template: TemplateInput;
  readonly adjust: Adjustment;
  readonly delivery: DeliveryPreference;
  readonly account: Pick<Account, 'window' | 'timeZone' | 'callsPerMinute' | 'messagesPerMinute'>;
  readonly summary: Pick<CheckSummary, 'shape' | 'variables'>;
}): Readonly<Record<string, string>> {
  const window = parseWindowTimes(seen.account.window);
  return {
    template: templatePart(seen.template),
    adjust: adjustPart(seen.adjust, seen.delivery),
    columns: columnsPart(seen.summary.shape, seen.summary.variables),
    ...(window.ok && { account: accountPart({ ...seen.account, window: window.value }) }),
  };
}
