import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import { callsDuplicates } from '../../../shared/plan/plan-template.ts';
import { isPersonal } from '../../../shared/template/template-schema.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

/** The ways a person can choose from; none where the template leaves no choice. */
export function wishesFor(template: Template): readonly DeliveryPreference[] {
  const isFree = template.channel === 'voice' && !isPersonal(template) && !callsDuplicates(template);
  return isFree ? ['auto', 'inline', 'lists'] : [];
}

/** What was chosen, as far as this template allows it: another one may have been picked since. */
export function allowedWish(template: Template, wish: DeliveryPreference): DeliveryPreference {
  return wishesFor(template).includes(wish) ? wish : 'auto';
}
