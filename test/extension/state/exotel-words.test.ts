import { describe, expect, it } from 'vitest';
import { outcomeOfWord, readStats } from '../../../extension/state/exotel-words.ts';
import { totalOf } from '../../../extension/state/outcome-totals.ts';

describe('outcomeOfWord', () => {
  it.each([
    ['no-answer', 'no_answer'],
    ['no_answer', 'no_answer'],
    ['InProgress', 'dialling'],
    ['failed-dnd', 'dnd'],
    ['failed_spam_detected', 'failed'],
    ['sent', 'completed'],
    ['constructor', null],
    ['', null],
  ])('reads %j as %j', (word, outcome) => {
    expect(outcomeOfWord(word)).toBe(outcome);
  });
});

describe('readStats', () => {
  it('puts every number in exactly one place, known word or not', () => {
    const { counts, others } = readStats({
      created: 5,
      'in-progress': 1,
      retry: 2,
      retrying: 3,
      completed: 10,
      'failed-no-attempt': 4,
      teleported: 6,
      vanished: 0,
    });

    expect(counts).toMatchObject({ queued: 5, dialling: 1, retrying: 5, completed: 10, not_attempted: 4 });
    expect(others).toEqual([['teleported', 6]]);
    expect(totalOf(counts) + 6).toBe(31);
  });
});
