import type { Attention } from '../../../shared/protocol/import.ts';

/** What waits for a person, in the Worker's own words. */
export function attentionText({ message }: Pick<Attention, 'message' | 'facts'>): string {
  return message;
}
