import { describe, expect, it } from 'vitest';
import { noOutcomes } from '../../../../../shared/protocol/outcomes.ts';
import {
  againOutcomes,
  countOfOutcomes,
  firstTicked,
} from '../../../../../extension/screens/watch/actions/call-again-groups.ts';

const counts = { ...noOutcomes(), completed: 100, no_answer: 8, busy: 3, failed: 2, not_attempted: 1, queued: 5 };

describe('calling again', () => {
  it('offers those who were not reached, and ticks those who did not answer', () => {
    const offered = againOutcomes(counts, 'voice');

    expect(offered).toEqual(['no_answer', 'busy', 'failed', 'not_attempted']);
    expect(firstTicked(offered)).toEqual(['no_answer', 'busy']);
    expect(countOfOutcomes(counts, firstTicked(offered))).toBe(11);
  });

  it('asks of messages only what can happen to one', () => {
    expect(firstTicked(againOutcomes(counts, 'sms'))).toEqual(['failed', 'not_attempted']);
  });

  it('offers nothing when everybody was reached or still waits', () => {
    expect(againOutcomes({ ...noOutcomes(), completed: 9, queued: 1, dnd: 2 }, 'voice')).toEqual([]);
  });
});
