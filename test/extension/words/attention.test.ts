import { describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { attentionSentence } from '../../../shared/campaign/attention-sentences.ts';
import type { AttentionFacts, AttentionStory } from '../../../shared/campaign/attention-facts.ts';
import { attentionSchema } from '../../../shared/protocol/import.ts';

const list = 'leads 1/2 #a-1';
const STORIES: { readonly [Story in AttentionStory]: readonly Extract<AttentionFacts, { story: Story }>[] } = {
  held: [{ story: 'held', code: 'payment_required', words: 'Insufficient balance.' }],
  health_brake: (['connectRate', 'dndShare', 'shortShare', 'deliveryRate'] as const).map((figure) => ({
    story: 'health_brake',
    figure,
    percent: 12.5,
    limit: 15,
    calls: 240,
    minutes: 10,
  })),
  worker_failing: [{ story: 'worker_failing', failures: 7, minutes: 12 }],
  exotel_silent: [{ story: 'exotel_silent', until: '2026-11-30 14:05' }],
  refused: [
    { story: 'refused', seq: 3, code: 'refused', words: 'Invalid caller id', list: null },
    { story: 'refused', seq: 3, code: 'launch_unproven', words: 'No answer.', list: null },
    { story: 'refused', seq: 3, code: 'list_failed', words: 'No answer.', list },
  ],
  paused_elsewhere: [{ story: 'paused_elsewhere', seq: 2 }],
  maybe_twice: [{ story: 'maybe_twice', seq: 2 }],
  deleted_elsewhere: [
    { story: 'deleted_elsewhere', seq: 2, before: true },
    { story: 'deleted_elsewhere', seq: 2, before: false },
  ],
  heard_changed: [{ story: 'heard_changed', seq: 2 }],
  list_slow: [{ story: 'list_slow', list, minutes: 31 }],
  list_partly_taken: [{ story: 'list_partly_taken', list, contacts: 1_000, missing: 7 }],
  list_left: [{ story: 'list_left', list }],
  in_doubt_long: [{ story: 'in_doubt_long', seq: 2, minutes: 11 }],
  being_made: [{ story: 'being_made', seq: 2 }],
  looked_for: [{ story: 'looked_for', seq: 2, minutes: 3, minutesLeft: 40 }],
  press_refused: [{ story: 'press_refused', seq: 2, press: 'pause', code: 'refused', words: 'Not now.' }],
  waits_for_hours: [{ story: 'waits_for_hours', seq: 2, opens: '2026-11-30 09:00' }],
  not_moving: [{ story: 'not_moving', seq: 2, minutes: 21 }],
  not_started: [{ story: 'not_started', seq: 2, minutes: 21 }],
  unaccounted: [
    { story: 'unaccounted', seq: 2, contacts: 5 },
    { story: 'unaccounted', seq: 2, contacts: 5, totals: { dnd: 3, invalid: 2, notAttempted: 0 } },
  ],
};
const all = Object.values(STORIES).flat();
const itemOf = (facts: unknown) =>
  attentionSchema.parse({ code: 'x', message: 'In English.', seq: 1, choices: [], facts });

describe('what waits for a person', () => {
  it.each(all)('is told in Hindi with every fact of it: $story', (facts) => {
    const text = hindi.sentences.attention(itemOf(facts));
    expect(text).toMatch(/\p{Script=Devanagari}.*[।]$/su);
    if ('seq' in facts) expect(text).toContain(`${facts.seq}`);
    if ('minutes' in facts) expect(text).toContain(`${facts.minutes}`);
    if ('until' in facts) expect(text).toContain(facts.until);
    if ('list' in facts && facts.list !== null) expect(text).toContain(facts.list);
  });

  it('repeats what Exotel said as it said it, and what we said in its place in Hindi', () => {
    const [said, silent] = STORIES.refused;
    expect(hindi.sentences.attention(itemOf(said))).toContain('"Invalid caller id"');
    expect(hindi.sentences.attention(itemOf(silent))).not.toContain('No answer');
  });

  it('is told in the Worker’s own words in English, and in any language about a story it does not know', () => {
    expect(english.sentences.attention(itemOf(all[0]))).toBe('In English.');
    for (const facts of [undefined, null, { story: 'not_known_yet', seq: 1 }, { story: 'not_moving' }]) {
      expect(hindi.sentences.attention(itemOf(facts))).toBe('In English.');
    }
  });

  it('says one of one', () => {
    const [facts] = STORIES.unaccounted;
    expect(facts && attentionSentence({ ...facts, contacts: 1 })).toBe(
      'Campaign 2: Exotel gave no result for 1 contact. Download Results to see who.',
    );
  });
});

describe('a refusal of the Worker', () => {
  const refused = { code: 'refused', status: 404, message: 'GET /api/lists lists them.', details: null } as const;

  it('is said to people, not to programs', () => {
    expect(english.faultSentence({ ...refused, reason: 'list_not_found' })).toBe('List not found at Exotel.');
    expect(hindi.faultSentence({ ...refused, reason: 'list_not_found' })).toMatch(/\p{Script=Devanagari}/u);
  });

  it.each(['exotel_refused', 'not_known_yet', 'toString', '__proto__'])(
    'is repeated where nothing better is known: %s',
    (reason) => {
      expect(english.faultSentence({ ...refused, reason })).toBe(refused.message);
      expect(hindi.faultSentence({ ...refused, reason })).toBe(refused.message);
    },
  );
});
