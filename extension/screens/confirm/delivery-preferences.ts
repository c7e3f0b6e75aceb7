import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import { callsDuplicates } from '../../../shared/plan/plan-template.ts';
import { isPersonal } from '../../../shared/template/template-schema.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

/** The deliveries that a person can choose from; none if the template allows no choice. */
export function wishesFor(template: Template): readonly DeliveryPreference[] {
  const isFree = template.channel === 'voice' && !isPersonal(template) && !callsDuplicates(template);
  return isFree ? ['auto', 'inline', 'lists'] : [];
}

/** The chosen delivery if this template allows it; the template may have changed since. */
export function allowedWish(template: Template, wish: DeliveryPreference): DeliveryPreference {
  return wishesFor(template).includes(wish) ? wish : 'auto';
}
