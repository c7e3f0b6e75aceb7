import { describe, expect, it } from 'vitest';
import { CAMPAIGN_STATES } from '../../../../shared/protocol/campaign-view.ts';
import {
  decideRow,
  launchedState,
  applyTarget,
  pauseRow,
  resumeRow,
  stopRow,
} from '../../../../worker/import/record/import-state.ts';
import { attentionOf } from '../../../../worker/import/record/attention.ts';
import { ALL_DAY, row } from '../rows.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { ImportState } from '../../../../shared/protocol/import.ts';
import type { CampaignState } from '../../../../shared/protocol/campaign-view.ts';
import type { TargetState } from '../../../../worker/import/outbox/next-step.ts';

function rows(...states: readonly (CampaignState | Partial<CampaignRow>)[]): CampaignRow[] {
  return states.map((each) => row(typeof each === 'string' ? { state: each } : each));
}

const closed = { state: 'completed', closed: true } as const;
/** A create that may exist although nobody has seen it. */
const UNSEEN = { sentAt: 0, endAt: 9_000_000, longAbsent: false };
const REFUSED = { code: 'conflict', message: 'Not allowed', tries: 1 };
const LOST = { code: 'in_doubt', message: 'No answer', tries: 2 };

describe('the state of a launched import', () => {
  it.each<[TargetState, ReturnType<typeof rows>, ImportState]>([
    ['run', rows('pending', 'in_progress'), 'launching'],
    ['run', rows('sending'), 'launching'],
    ['run', rows('in_doubt', closed), 'launching'],
    ['run', rows('created', closed), 'running'],
    ['run', rows('completed'), 'running'],
    ['run', rows(closed, closed), 'finished'],
    ['run', rows('refused', 'in_progress'), 'needs_attention'],
    ['run', rows('refused', closed), 'needs_attention'],
    ['pause', rows('held', 'paused', closed), 'paused'],
    ['pause', rows('held', 'in_progress'), 'running'],
    ['pause', rows('held', 'in_doubt'), 'launching'],
    ['pause', rows(closed), 'finished'],
    ['pause', rows('held', 'completed'), 'paused'],
    ['pause', rows('held', { state: 'held', unseen: [UNSEEN] }), 'launching'],
    ['pause', rows('held', { state: 'paused', sid: 'c1', unseen: [UNSEEN] }), 'running'],
    ['pause', rows('held', { state: 'held', unseen: [{ ...UNSEEN, longAbsent: true }] }), 'paused'],
    ['stop', rows({ state: 'cancelled', unseen: [UNSEEN] }), 'stopping'],
    ['stop', rows({ ...closed, unseen: [{ ...UNSEEN, longAbsent: true }] }), 'stopping'],
    ['run', rows({ ...closed, unseen: [UNSEEN] }), 'finished'],
    ['stop', rows('created'), 'stopping'],
    ['stop', rows('in_doubt'), 'stopping'],
    ['stop', rows('paused', closed), 'stopping'],
    ['stop', rows('cancelled', 'deleted', 'completed', 'canceled'), 'stopped'],
    ['stop', rows({ ...closed, duplicates: [{ sid: 't', state: 'created' }] }), 'stopping'],
  ])('when it is to %s is read from its campaigns (%#)', (target, campaigns, state) => {
    expect(launchedState(target, false, campaigns)).toBe(state);
  });

  it('is attention while the account holds it, whatever its campaigns do, until it is stopped', () => {
    expect(launchedState('run', true, rows('in_progress'))).toBe('needs_attention');
    expect(launchedState('stop', true, rows('in_progress'))).toBe('stopping');
  });
});

/** States of rows. A campaign whose lists are being made is `pending` in its row; only its view says `uploading`. */
const ROW_STATES = CAMPAIGN_STATES.filter((state) => state !== 'uploading');

/** For a campaign in each state, the state after a press, and what Exotel shall then do. */
function after(change: (each: CampaignRow) => CampaignRow): Record<string, string> {
  return Object.fromEntries(
    ROW_STATES.map((state) => {
      const { state: next, want } = change(row({ state }));
      return [state, want === null ? next : `${next}, wants ${want}`];
    }),
  );
}

const SAME = Object.fromEntries(ROW_STATES.map((state) => [state, state]));

function wanting(want: string, ...states: readonly CampaignState[]): Record<string, string> {
  return Object.fromEntries(states.map((state) => [state, `${state}, wants ${want}`]));
}

describe('a press', () => {
  it('on pause holds what was not sent and asks Exotel for the rest', () => {
    expect(after(pauseRow)).toEqual({
      ...SAME,
      pending: 'held',
      ...wanting('paused', 'planned', 'sending', 'in_doubt', 'created', 'in_progress', 'paused', 'unknown'),
    });
  });

  it('on resume sends what was held or refused and asks Exotel for the rest', () => {
    expect(after(resumeRow)).toEqual({
      ...SAME,
      held: 'pending',
      refused: 'pending',
      ...wanting('running', 'planned', 'pending', 'sending', 'in_doubt', 'created', 'in_progress', 'paused', 'unknown'),
    });
  });

  it('on stop cancels what was not sent and leaves the rest to be found out and ended', () => {
    expect(after(stopRow)).toEqual({ ...SAME, pending: 'cancelled', held: 'cancelled', refused: 'cancelled' });
  });

  it('is obeyed by a campaign that came back unsent', () => {
    expect(after((each) => applyTarget(each, 'run'))).toEqual(SAME);
    expect(after((each) => applyTarget(each, 'pause'))).toEqual({ ...SAME, pending: 'held' });
    expect(after((each) => applyTarget(each, 'stop'))).toEqual({ ...SAME, pending: 'cancelled', refused: 'cancelled' });
  });

  it('on pause leaves no old wish for when a held campaign is made at last', () => {
    expect(resumeRow(pauseRow(row({ state: 'pending', want: 'paused' }))).want).toBeNull();
  });
});

describe('what is still open after a press', () => {
  it('is said: what is looked for and until when, and what Exotel refuses', () => {
    const open = rows(
      { state: 'cancelled', unseen: [UNSEEN] },
      { state: 'in_progress', sid: 'c1', actionRefused: REFUSED },
    );
    const said = attentionOf({ hold: null, target: 'stop', trouble: null }, open, 120_000, ALL_DAY).map(
      ({ code, facts }) => [code, facts],
    );
    expect(said).toEqual([
      ['press_refused', { story: 'press_refused', seq: 1, press: 'stop', code: 'conflict', words: 'Not allowed' }],
      ['looked_for', { story: 'looked_for', seq: 1, minutes: 2, minutesLeft: 149 }],
    ]);
  });

  it('is no lost answer while a create is under way, and one as soon as there was another before it', () => {
    const said = (change: object, target: 'pause' | 'stop') =>
      attentionOf({ hold: null, target, trouble: null }, rows({ unseen: [UNSEEN], ...change }), 120_000, ALL_DAY).map(
        ({ code, facts }) => [code, facts?.story],
      );
    for (const target of ['pause', 'stop'] as const) {
      expect(said({ state: 'sending' }, target)).toEqual([['being_made', 'being_made']]);
      expect(said({ state: 'sending', unseen: [UNSEEN, UNSEEN] }, target)).toEqual([['looked_for', 'looked_for']]);
      expect(said({ state: 'in_doubt' }, target)).toEqual([['looked_for', 'looked_for']]);
    }
  });

  it('is not said of a lost answer before it was lost again and again, nor of a campaign simply made again', () => {
    const paused = { state: 'in_progress', sid: 'c1', want: 'paused' } as const;
    const codes = (tries: number) =>
      attentionOf(
        { hold: null, target: 'pause', trouble: null },
        rows({ ...paused, actionRefused: { ...LOST, tries } }),
        0,
        ALL_DAY,
      ).length;
    expect([2, 3].map(codes)).toEqual([0, 1]);
    const remade = rows({ state: 'created', sid: 'c2', sendAt: 1, unseen: [UNSEEN] });
    expect(attentionOf({ hold: null, target: 'run', trouble: null }, remade, 0, ALL_DAY)).toEqual([]);
  });
});

describe('a decision', () => {
  const refused = row({ state: 'refused', attempts: 3, refusal: { code: 'launch_unproven', message: 'No answer.' } });

  it('sends again, adopts or gives up what waits for it, and nothing else', () => {
    expect(decideRow(refused, { decision: 'send_again' }, 'run')).toMatchObject({
      state: 'pending',
      attempts: 0,
      refusal: null,
    });
    expect(decideRow(refused, { decision: 'adopt', sid: 'c9' }, 'run')).toMatchObject({
      state: 'in_doubt',
      adoptSid: 'c9',
      want: null,
    });
    expect(decideRow(refused, { decision: 'adopt', sid: 'c9' }, 'pause')).toMatchObject({ want: 'paused' });
    expect(decideRow(refused, { decision: 'give_up' }, 'run')).toMatchObject({ state: 'cancelled' });
    expect(decideRow(refused, { decision: 'give_up' }, 'run')).toMatchObject({ want: 'ended', lookupAt: 0 });
    expect(decideRow(refused, { decision: 'adopt' }, 'run')).toBeNull();
    expect(decideRow(row({ state: 'created' }), { decision: 'give_up' }, 'run')).toBeNull();
  });

  it('to send again looks first where a create may exist after all, and so does a resume', () => {
    const looks = { state: 'in_doubt', lookups: 0, lookupAt: 0, unseen: [UNSEEN] };
    expect(decideRow({ ...refused, unseen: [UNSEEN] }, { decision: 'send_again' }, 'run')).toMatchObject(looks);
    expect(resumeRow({ ...refused, unseen: [UNSEEN] })).toMatchObject(looks);
    expect(resumeRow(row({ state: 'held', lookups: 3, lookupAt: 99, unseen: [UNSEEN] }))).toMatchObject(looks);
  });

  it('is asked for with what was refused, by campaign and for all of them', () => {
    const hold = { code: 'payment_required', message: 'Insufficient balance.' };
    const asked = attentionOf({ hold, target: 'run', trouble: null }, [refused], 0, ALL_DAY);
    expect(asked.map(({ code, seq, choices }) => [code, seq, choices])).toEqual([
      ['payment_required', null, []],
      ['launch_unproven', 1, ['send_again', 'adopt', 'give_up']],
    ]);
  });
});
