import { describe, expect, it } from 'vitest';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { toCallStatus, toCampaignState } from '../../../worker/exotel/status.ts';

describe("Exotel's words", () => {
  it.each([
    ['Created', 'created'],
    ['scheduled', 'created'],
    ['in-progress', 'in_progress'],
    ['InProgress', 'in_progress'],
    ['in_progress', 'in_progress'],
    ['PAUSED', 'paused'],
    ['Completed', 'completed'],
    ['Failed', 'failed'],
    ['canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['deleted', 'deleted'],
    ['archived', 'archived'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
  ] as const)('for a campaign: %s is %s', (word, state) => {
    expect(toCampaignState(word)).toBe(state);
  });

  it.each([
    ['completed', 'completed'],
    ['no-answer', 'no_answer'],
    ['no_answer', 'no_answer'],
    ['NoAnswer', 'no_answer'],
    ['busy', 'busy'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
    ['failed-dnd', 'dnd'],
    ['invalid', 'invalid'],
    ['failed-no-attempt', 'not_attempted'],
    ['ringing', 'in_progress'],
    ['queued', 'in_progress'],
    ['in-progress', 'in_progress'],
    ['', 'unknown'],
    ['toString', 'unknown'],
  ] as const)('for a call: %s is %s', (word, status) => {
    expect(toCallStatus(word)).toBe(status);
  });

  it('say when nobody is dialled any more', () => {
    const over = ['completed', 'failed', 'canceled', 'deleted', 'archived'] as const;
    const not = [
      'planned',
      'pending',
      'sending',
      'in_doubt',
      'refused',
      'held',
      'cancelled',
      'created',
      'in_progress',
      'paused',
      'unknown',
    ] as const;
    expect([over.filter(isOver), not.filter(isOver)]).toEqual([over, []]);
  });
});
