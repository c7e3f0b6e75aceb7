import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../../../extension/screens/watch/pace/time-left.ts';
import type { Pace } from '../../../../../shared/protocol/contact.ts';
import type { Import, PlanView } from '../../../../../shared/protocol/import.ts';
import { noOutcomes } from '../../../../../shared/protocol/outcomes.ts';
import { campaignView, importView } from '../../../support/wire.ts';

const MINUTE_MS = 60_000;
const at = (time: string) => Date.parse(`2026-11-22T${time}:00+05:30`);
const iso = (time: string, day = 22) => `2026-11-${day}T${time}:00+05:30`;
const NOW = at('10:00');

const PLAN: PlanView = {
  delivery: 'inline',
  why: '',
  reason: null,
  lists: 0,
  campaigns: 1,
  startsAt: iso('09:00'),
  endsAt: iso('12:00'),
  days: 1,
  worstCaseAttempts: 1_000,
};

/** A campaign of 1,000 contacts that runs since nine o'clock; `done` of them are done. */
function running(done: number, change: Partial<Import> = {}, retrying = 0): Import {
  const contacts = { ...noOutcomes(), completed: done, retrying, queued: 1_000 - done - retrying };
  return importView({
    rows: { total: 1_000, accepted: 1_000, duplicate: 0, invalid: 0, blank: 0, suppressed: 0, called_recently: 0 },
    contacts,
    plan: PLAN,
    campaigns: [
      campaignView({
        state: 'in_progress',
        contacts: 1_000,
        outcomes: contacts,
        sendAt: iso('09:00'),
        endAt: iso('21:00'),
      }),
    ],
    ...change,
  });
}

/** `each` calls in every minute between two times. */
function calls(from: string, to: string, each = 10): Pace {
  const items = Array.from({ length: (at(to) - at(from)) / MINUTE_MS }, (_, minute) => ({
    at: new Date(at(from) + minute * MINUTE_MS).toISOString(),
    calls: each,
  }));
  return { items, asOf: new Date(NOW).toISOString() };
}

const NO_CALLS = calls('09:00', '09:00');

describe('timeLeft', () => {
  it.each(['04:00', '12:00', '23:00'])(
    'never says at %s that a campaign which has called somebody is to begin',
    (hour) => {
      const ahead = { sendAt: iso('09:00', 23), endAt: iso('21:00', 23) };
      const [campaign] = running(71).campaigns;
      const view = running(71, { campaigns: campaign === undefined ? [] : [{ ...campaign, ...ahead }] });
      for (const pace of [null, { items: [], asOf: iso(hour) }]) {
        expect(timeLeft(view, pace, at(hour), 0)?.kind).not.toBe('begins');
        expect(timeLeft(view, pace, at(hour), 0)?.kind).not.toBe('waiting');
      }
      const untouched = running(0, {
        campaigns: campaign === undefined ? [] : [{ ...campaign, ...ahead, outcomes: running(0).contacts }],
      });
      expect(timeLeft(untouched, null, at(hour), 0)).toMatchObject({
        kind: 'begins',
        at: at('09:00') + 24 * 60 * MINUTE_MS,
      });
    },
  );

  it('goes by the pace of late once there is one', () => {
    expect(timeLeft(running(600), calls('09:00', '10:00'), NOW, 0)).toEqual({
      kind: 'running',
      leftMs: 40 * MINUTE_MS,
      endsAt: at('10:40'),
    });
  });

  it('counts every further try at the rate tries were needed so far, and the wait for the last of them', () => {
    const view = running(200, { plan: { ...PLAN, worstCaseAttempts: 2_000 } }, 100);

    // 600 calls for 300 finished people are two each: 700 people still need two calls, and 100 need one.
    expect(timeLeft(view, calls('09:00', '10:00'), NOW, 15 * MINUTE_MS)).toEqual({
      kind: 'running',
      leftMs: (150 + 15) * MINUTE_MS,
      endsAt: at('12:45'),
    });
  });

  it('never ends after the campaign must', () => {
    const slow = calls('09:00', '10:00', 1);

    expect(timeLeft(running(60), slow, NOW, 0)).toMatchObject({ kind: 'running', endsAt: at('21:00') });
  });

  it.each([[null], [NO_CALLS], [calls('09:57', '10:00')]])('goes by the plan while there is no pace yet', (pace) => {
    const view = running(0, {
      campaigns: [
        campaignView({ state: 'in_progress', outcomes: { ...noOutcomes(), queued: 9 }, sendAt: iso('09:55') }),
      ],
    });

    expect(timeLeft(view, pace, NOW, 0)).toEqual({ kind: 'planned', endsAt: at('12:00') });
  });

  it('says when it begins, and when it goes on', () => {
    const tomorrow = campaignView({ seq: 2, sendAt: iso('09:00', 23), endAt: iso('21:00', 23) });
    const [today] = running(1_000).campaigns;

    expect(timeLeft(running(0, { campaigns: [tomorrow] }), NO_CALLS, NOW, 0)).toEqual({
      kind: 'begins',
      at: Date.parse(iso('09:00', 23)),
      endsAt: at('12:00'),
    });
    expect(
      timeLeft(running(1_000, { campaigns: today ? [today, tomorrow] : [] }), calls('09:00', '10:00'), NOW, 0),
    ).toEqual({ kind: 'waiting', at: Date.parse(iso('09:00', 23)), endsAt: Date.parse(iso('09:01', 23)) });
  });

  it('says of a paused one what is left of calling, at the pace it had', () => {
    const paused = running(600, { state: 'paused' });

    expect(timeLeft(paused, calls('09:00', '09:30'), NOW, 0)).toEqual({ kind: 'paused', leftMs: 40 * MINUTE_MS });
    expect(timeLeft(paused, NO_CALLS, NOW, 0)).toEqual({ kind: 'paused', leftMs: null });
  });

  it('says the same of a paused one as of one that runs, nights included', () => {
    const queued = (contacts: number) => ({ ...noOutcomes(), queued: contacts });
    const campaigns = [22, 23].map((day) =>
      campaignView({
        state: 'in_progress',
        outcomes: queued(500),
        sendAt: iso('09:00', day),
        endAt: iso('21:00', day),
      }),
    );
    const left = (state: Import['state']) =>
      timeLeft(running(0, { state, campaigns, contacts: queued(1_000) }), calls('09:30', '10:00'), NOW, 0);
    const runs = left('running');
    expect(runs?.kind).toBe('running');
    expect(left('paused')).toEqual({ kind: 'paused', leftMs: runs?.kind === 'running' ? runs.leftMs : null });
  });

  it('of the last ones says how many they are, and the latest their retries may end', () => {
    const tail = 120 * MINUTE_MS;
    const last = running(988, {}, 12);
    expect(timeLeft(last, calls('09:00', '10:00'), NOW, tail)).toEqual({
      kind: 'last',
      people: 12,
      endsAt: NOW + tail,
    });
    expect(timeLeft(last, calls('09:00', '10:00'), NOW, 0)).toEqual({ kind: 'last', people: 12, endsAt: null });
    const beforeNine = at('20:00');
    const late = { items: calls('19:00', '20:00').items, asOf: new Date(beforeNine).toISOString() };
    expect(timeLeft(last, late, beforeNine, tail)).toEqual({ kind: 'last', people: 12, endsAt: at('21:00') });
  });

  it('says when nothing moves although people wait, but not while they wait for another try', () => {
    expect(timeLeft(running(300), calls('09:00', '09:30'), NOW, 0)).toEqual({
      kind: 'stalled',
      since: at('09:29'),
      waiting: 700,
    });
    expect(timeLeft(running(300, {}, 700), calls('09:00', '09:30'), NOW, 0)?.kind).not.toBe('stalled');
  });

  it.each(['finished', 'stopped', 'stopping', 'needs_attention'] as const)('promises nothing when %s', (state) => {
    expect(timeLeft(running(300, { state }), calls('09:00', '10:00'), NOW, 0)).toBeNull();
  });

  it('goes by the clock of the calls where that is ahead', () => {
    const night = { ...calls('09:00', '10:00'), asOf: iso('01:30') };

    expect(timeLeft(running(600), night, at('01:31'), 0)).toMatchObject({ kind: 'running', leftMs: 40 * MINUTE_MS });
  });

  it('promises no end that has passed', () => {
    expect(timeLeft(running(600), calls('09:00', '10:00'), at('12:00'), 0)).toBeNull();
  });

  it('promises nothing when all are done', () => {
    expect(timeLeft(running(1_000), calls('09:00', '10:00'), NOW, 0)).toBeNull();
  });
});
