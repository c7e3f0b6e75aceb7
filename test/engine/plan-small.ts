import { nextSlot, type DialRules } from '../../shared/plan/next-slot.ts';
import type { Plan } from '../../shared/plan/plan-campaigns.ts';

/** A plan of campaigns far smaller than the splitter would make, laid into calling hours as it lays them. */
export function planSmall(
  rules: DialRules,
  size: { readonly campaigns: number; readonly contactsEach: number; readonly now: number },
): Plan['campaigns'] {
  const { campaigns, contactsEach: contacts, now } = size;
  let notBefore = now;
  return Array.from({ length: campaigns }, (_, index) => {
    const slot = nextSlot(rules, { contacts, now, notBefore });
    if (!slot.ok) throw new Error(slot.error.code);
    notBefore = slot.value.doneAt;
    return { seq: index + 1, firstContact: index * contacts, contacts, lists: [], ...slot.value };
  });
}
