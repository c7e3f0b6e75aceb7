import type { Attention } from '../../../../shared/protocol/import.ts';

type Story = NonNullable<Attention['facts']>['story'];

/**
 * Stories that are only for information: nobody is left out, and the import continues by itself. All others are red.
 */
const TO_KNOW: ReadonlySet<Story> = new Set([
  'heard_changed',
  'list_slow',
  'list_left',
  'being_made',
  'waits_for_hours',
]);

/** Red is only for losses and for decisions. */
export function attentionTone({ facts, choices }: Pick<Attention, 'facts' | 'choices'>): 'warn' | 'danger' {
  return facts !== null && choices.length === 0 && TO_KNOW.has(facts.story) ? 'warn' : 'danger';
}
