import { nextSlot, type DialRules } from '../../../shared/plan/next-slot.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';

/** A plan with far smaller campaigns than the splitter makes, placed into calling hours in the same way. */
export function planSmall(
  rules: DialRules,
  size: { readonly campaigns: number; readonly contactsEach: number; readonly listsEach: number; readonly now: number },
): Plan['campaigns'] {
  const { campaigns, contactsEach: contacts, listsEach, now } = size;
  let notBefore = now;
  return Array.from({ length: campaigns }, (_, index) => {
    const slot = nextSlot(rules, { contacts, now, notBefore });
    if (!slot.ok) throw new Error(slot.error.code);
    notBefore = slot.value.doneAt;
    const firstContact = index * contacts;
    const perList = Math.ceil(contacts / Math.max(1, listsEach));
    const lists = Array.from({ length: listsEach }, (_each, place) => ({
      firstContact: firstContact + place * perList,
      contacts: Math.min(perList, contacts - place * perList),
    }));
    return { seq: index + 1, firstContact, contacts, lists, ...slot.value };
  });
}
