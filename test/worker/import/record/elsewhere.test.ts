import { describe, expect, it } from 'vitest';
import { GONE_LOOKS_REQUIRED } from '../../../../shared/limits.ts';
import { attentionOf } from '../../../../worker/import/record/attention.ts';
import { afterMiss, afterPass, missedDue } from '../../../../worker/import/outbox/missing-campaigns.ts';
import { classifyUncalled } from '../../../../worker/import/outbox/classify-uncalled.ts';
import { ALL_DAY, list, row } from '../rows.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { TargetState } from '../../../../worker/import/outbox/next-step.ts';

const created = row({ state: 'created', sid: 'c1', sentAt: 100 });
const MINUTE = 60_000;

function codes(each: CampaignRow, target: TargetState = 'run', now = 0): string[] {
  return attentionOf({ hold: null, target, trouble: null }, [each], now, ALL_DAY).map(({ code }) => code);
}

describe('a campaign that a whole reading did not show', () => {
  const missed = afterPass(created, { seen: new Set(), startedAt: 200, isShown: false, isWhole: false });

  it('is asked for by its sid, unless it was made while that went on', () => {
    expect([missed.missedAt, missedDue(missed)]).toEqual([200, 200]);
    expect(afterPass(created, { seen: new Set(['c1']), startedAt: 200, isShown: false, isWhole: false })).toBe(created);
    expect(afterPass(created, { seen: new Set(), startedAt: 50, isShown: false, isWhole: false })).toBe(created);
    expect(afterPass(row(), { seen: new Set(), startedAt: 200, isShown: false, isWhole: false }).missedAt).toBeNull();
  });

  it('is no longer asked for once it is shown', () => {
    expect(afterPass(missed, { seen: new Set(['c1']), startedAt: 300, isShown: true, isWhole: true })).toEqual({
      ...created,
      unlisted: false,
    });
  });

  it('is gone when it is not there twice, and in no list that Exotel shows: nobody of it was called', () => {
    const shown = { seen: new Set<string>(), startedAt: 500, isShown: true, isWhole: true };
    const once = afterMiss(afterPass(created, shown), 'run', 1_000);
    expect([once.state, once.missedAt, once.unlisted]).toEqual(['created', 61_000, false]);
    const twice = afterMiss(afterPass(once, { ...shown, startedAt: 60_000 }), 'run', 61_000);
    expect(twice).toMatchObject({ state: 'deleted', goneAt: 61_000, missedAt: null });
    expect(codes(twice)).toEqual(['deleted_elsewhere']);
    expect(afterMiss(once, 'run', 61_000).state).toBe('created');
    // Two looks may be under way at once: the later answer says nothing new.
    expect(afterMiss(twice, 'run', 61_001)).toBe(twice);
  });

  it('is gone when it is not there ten times, though Exotel shows no list either', () => {
    const once = afterMiss(missed, 'run', 1_000);
    expect([once.state, once.missedAt, once.misses]).toEqual(['created', 61_000, 1]);
    let often = once;
    while (often.misses < GONE_LOOKS_REQUIRED - 1) often = afterMiss(often, 'run', often.missedAt ?? 0);
    expect([often.state, often.missedAt, codes(often)]).toEqual(['created', 541_000, []]);
    const last = afterMiss(often, 'run', 541_000);
    expect(last).toMatchObject({ state: 'deleted', goneAt: 541_000, missedAt: null });
    expect(codes(last)).toEqual(['deleted_elsewhere']);
  });

  it('is no news where that was asked for here, though the answer was lost', () => {
    const again = { ...missed, misses: GONE_LOOKS_REQUIRED - 1 };
    const gone = [
      afterMiss(again, 'stop', 1_000),
      afterMiss({ ...again, want: 'ended' }, 'run', 1_000),
      afterMiss({ ...again, steered: 'ended' }, 'run', 1_000),
    ];
    expect(gone.map(({ state, goneAt }) => [state, goneAt])).toEqual(gone.map(() => ['deleted', null]));
    expect(gone.flatMap((each) => codes(each))).toEqual([]);
  });

  it('is read to its end when calls of it were heard of', () => {
    const outcomes = { ...created.outcomes, queued: 9, completed: 1 };
    expect(afterMiss({ ...missed, outcomes, misses: GONE_LOOKS_REQUIRED - 1 }, 'run', 1_000).state).toBe('archived');
    expect(afterMiss({ ...missed, state: 'in_progress', misses: GONE_LOOKS_REQUIRED - 1 }, 'run', 1_000).state).toBe(
      'archived',
    );
  });
});

describe('a campaign that somebody paused at Exotel', () => {
  it('is shown until it is resumed; one that was paused here is not', () => {
    const paused = row({ state: 'paused', sid: 'c1' });
    expect(codes(paused)).toEqual(['paused_elsewhere']);
    expect(codes(paused, 'pause')).toEqual([]);
    expect(codes(paused, 'stop')).toEqual([]);
    expect(codes({ ...paused, want: 'running' })).toEqual([]);
    expect(codes({ ...paused, steered: 'paused' })).toEqual([]);
  });
});

describe('what is to be known of lists', () => {
  it('is that one is slow, partly taken, or left behind', () => {
    const of = (change: Parameters<typeof list>[0], now = 0) => codes(row({ lists: [list(change)] }), 'run', now);
    expect(of({ state: 'processing', sentAt: 0 }, 29 * MINUTE)).toEqual([]);
    expect(of({ state: 'processing', sentAt: 0 }, 30 * MINUTE)).toEqual(['list_slow']);
    const counts = { total: 10, success: 8, duplicate: 1, failed: 1 };
    expect(of({ state: 'completed', counts })).toEqual(['list_partly_taken']);
    // We left out two of the ten because Exotel had refused them by name, so Exotel took everybody it was sent.
    expect(of({ state: 'completed', counts, omitted: 2 })).toEqual([]);
    expect(of({ state: 'completed', counts, omitted: 1 })).toEqual(['list_partly_taken']);
    const orphan = { name: 'Old', sid: 's1', looks: 0, refusals: 3, at: 0 };
    expect(of({ state: 'completed', orphans: [orphan] })).toEqual(['list_left']);
  });

  it('is that one holds fewer than were sent and does not grow, a minute later', () => {
    const short = list({ state: 'processing', sentAt: 0, seen: { contacts: 9, since: 10_000 } });
    const at = (now: number) => codes(row({ state: 'pending', lists: [short] }), 'run', now);
    expect([at(69_999), at(70_000)]).toEqual([[], ['list_slow']]);
  });

  it('is that one was refused: sent again or given up, since there is no campaign to adopt', () => {
    const refusal = { code: 'list_failed', message: 'It could not be read.' };
    const refused = row({ state: 'refused', refusal, lists: [list({ state: 'refused', refusal })] });
    expect(attentionOf({ hold: null, target: 'run', trouble: null }, [refused], 0, ALL_DAY)).toMatchObject([
      { code: 'list_failed', seq: 1, choices: ['send_again', 'give_up'] },
    ]);
  });
});

describe('contacts that a list did not take', () => {
  const counts = { total: 10, success: 7, duplicate: 0, failed: 3 };
  const stats = { dnd: 0, invalid: 0, notAttempted: 0, unsettled: 0 };
  const outcomes = { ...row().outcomes, queued: 3, completed: 7 };
  const short = row({ lists: [list({ state: 'completed', counts })], outcomes, unfinished: 3 });

  it('are not valid where that explains everybody left', () => {
    expect(classifyUncalled(short, stats, false)).toMatchObject({ verdict: 'invalid', certain: true });
  });

  it('cannot be told from others who were not called', () => {
    const more = { ...short, outcomes: { ...outcomes, queued: 5, completed: 5 }, unfinished: 5 };
    expect(classifyUncalled(more, { ...stats, notAttempted: 2 }, true)).toMatchObject({
      verdict: 'unaccounted',
      certain: false,
    });
  });

  it('are said by the kinds that Exotel counts, where it does not say who is which', () => {
    const more = { ...short, outcomes: { ...outcomes, queued: 5, completed: 5 }, unfinished: 5 };
    const { left } = classifyUncalled(more, { ...stats, dnd: 3 }, false);
    expect(left).toEqual({ not_attempted: 0, dnd: 3, invalid: 3 });
    const told = { ...more, closed: true, uncalled: left, outcomes: { ...outcomes, queued: 0, unaccounted: 5 } };
    const said = attentionOf({ hold: null, target: 'run', trouble: null }, [told], 0, ALL_DAY);
    expect(said.find(({ code }) => code === 'unaccounted')?.facts).toEqual({
      story: 'unaccounted',
      seq: 1,
      contacts: 5,
      totals: { dnd: 3, invalid: 3, notAttempted: 0 },
    });
  });
});
