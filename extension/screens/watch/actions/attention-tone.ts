import type { Attention } from '../../../../shared/protocol/import.ts';

type Story = NonNullable<Attention['facts']>['story'];

/** Told so that it is known: nobody is left out by it, and it goes on by itself. Everything else is red. */
const TO_KNOW: ReadonlySet<Story> = new Set([
  'heard_changed',
  'list_slow',
  'list_left',
  'being_made',
  'waits_for_hours',
]);

/** Red is kept for what somebody loses by, or what waits for a decision. */
export function attentionTone({ facts, choices }: Pick<Attention, 'facts' | 'choices'>): 'warn' | 'danger' {
  return facts !== null && choices.length === 0 && TO_KNOW.has(facts.story) ? 'warn' : 'danger';
}
