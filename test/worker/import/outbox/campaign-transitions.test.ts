import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import {
  afterLookup,
  afterSend,
  beginSend,
  lookupFailed,
  recoverSend,
} from '../../../../worker/import/outbox/campaign-transitions.ts';
import { row } from '../rows.ts';
import type { ExotelFailure } from '../../../../worker/exotel/failure.ts';
import type { UpstreamCampaign } from '../../../../worker/exotel/read-campaign.ts';
import type { CampaignState } from '../../../../shared/protocol/campaign-view.ts';

const RULES = { timeoutMs: 20_000 };
const NUMBERS = Float64Array.of(919810010001, 919810010002);
const NAME = row().name;

function campaign(sid: string, state: CampaignState, name = NAME): UpstreamCampaign {
  return { sid, name, state, startsAt: null, stats: null };
}

const sending = beginSend(row({ lookups: 2, lookupAt: 5 }), 1_000);

/** After a definite answer no create may exist unseen. */
const answered = { ...sending, unseen: [] };

describe('a POST', () => {
  it('is written down before it leaves', () => {
    const unseen = [{ sentAt: 1_000, endAt: row().endAt, longAbsent: false }];
    expect(sending).toEqual(row({ state: 'sending', sentAt: 1_000, attempts: 1, unseen }));
  });

  it('found on its way by a process that is not sending it is in doubt', () => {
    expect(recoverSend(sending, RULES)).toEqual({ ...sending, state: 'in_doubt', lookupAt: 31_000 });
    expect(recoverSend(row(), RULES)).toEqual(row());
  });

  it('makes the campaign that its answer names', () => {
    expect(afterSend(sending, ok(campaign('c1', 'created')), RULES, NUMBERS)).toEqual({
      ...sending,
      state: 'created',
      sid: 'c1',
      unseen: [],
      seenSids: ['c1'],
      answeredSid: 'c1',
    });
    expect(afterSend(sending, ok(campaign('c1', 'unknown')), RULES, NUMBERS).state).toBe('created');
  });

  it('whose answer names none or another, or is none, is in doubt until it can no longer be under way', () => {
    const inDoubt = { ...sending, state: 'in_doubt', lookupAt: 31_000 };
    expect(afterSend(sending, ok(null), RULES, NUMBERS)).toEqual(inDoubt);
    for (const name of ['', 'Somebody else', `Copy of ${NAME}`])
      expect(afterSend(sending, ok(campaign('c1', 'created', name)), RULES, NUMBERS)).toEqual(inDoubt);
    for (const reason of ['timeout', 'network', 'server_error', 'unreadable'] as const) {
      expect(afterSend(sending, err({ code: 'in_doubt', reason, status: null }), RULES, NUMBERS)).toEqual(inDoubt);
    }
  });

  it('that was throttled was none', () => {
    const after = afterSend(sending, err({ code: 'throttled', retryAfterMs: null }), RULES, NUMBERS);
    expect(after).toEqual({ ...answered, state: 'pending', attempts: 0 });
  });

  it('is made again without the number that Exotel names', () => {
    const named: ExotelFailure = {
      code: 'refused',
      status: 400,
      exotelCode: 1002,
      description: 'Invalid number +919810010002',
    };
    const after = afterSend({ ...sending, contacts: 2 }, err(named), RULES, NUMBERS);
    expect(after).toEqual({ ...answered, contacts: 2, state: 'pending', attempts: 0, excluded: [919810010002] });
    const again = { ...after, excluded: [919810010001] };
    expect(afterSend(again, err(named), RULES, NUMBERS)).toMatchObject({
      state: 'cancelled',
      excluded: [919810010001, 919810010002],
    });
  });

  it.each(['refused', 'not_found', 'conflict'] as const)('that is %s waits for a person', (code) => {
    const description = 'caller_id is unknown';
    const failure =
      code === 'refused' ? { code, status: 400, exotelCode: null, description } : { code, status: 404, description };
    expect(afterSend(sending, err(failure), RULES, NUMBERS)).toEqual({
      ...answered,
      state: 'refused',
      refusal: { code, message: description },
    });
  });
});

describe('a look-up', () => {
  const doubted = { ...sending, state: 'in_doubt' as const, lookupAt: 31_000 };

  it('adopts what it finds', () => {
    expect(afterLookup(doubted, [campaign('c1', 'in_progress')], RULES, 31_000)).toMatchObject({
      state: 'in_progress',
      sid: 'c1',
      duplicates: [],
    });
  });

  it('adopts, of several, the one that has called people, and gives the others up', () => {
    const found = [
      campaign('c1', 'created'),
      campaign('c2', 'in_progress'),
      campaign('c3', 'deleted'),
      campaign('c4', 'paused'),
    ];
    expect(afterLookup(doubted, found, RULES, 31_000)).toMatchObject({
      sid: 'c2',
      state: 'in_progress',
      duplicates: [
        { sid: 'c4', state: 'paused' },
        { sid: 'c1', state: 'created' },
      ],
    });
  });

  it('must find nothing three times, a timeout apart, before another POST', () => {
    const first = afterLookup(doubted, [], RULES, 31_000);
    expect([first.state, first.lookupAt]).toEqual(['in_doubt', 51_000]);
    const second = afterLookup(first, [], RULES, 51_000);
    expect([second.state, second.lookupAt]).toEqual(['in_doubt', 71_000]);
    expect(afterLookup(second, [], RULES, 71_000).state).toBe('pending');
  });

  it('that failed proves nothing', () => {
    expect(lookupFailed({ ...doubted, lookups: 2 }, RULES, 31_000)).toEqual({
      ...doubted,
      lookups: 2,
      lookupAt: 51_000,
    });
  });

  it('asks a person after three POSTs that may have arrived', () => {
    const after = afterLookup({ ...doubted, attempts: 3, lookups: 2 }, [], RULES, 71_000);
    expect([after.state, after.refusal?.code]).toEqual(['refused', 'launch_unproven']);
  });

  it('that finds nothing is never the last while what was posted may still call somebody', () => {
    const looks = [doubted, { ...doubted, attempts: 3, lookups: 2 }].map((each) => {
      let after = afterLookup({ ...each, lookups: 2 }, [], RULES, 71_000);
      const waits: number[] = [];
      for (let at = 71_000; at < 9_000_000; at = after.lookupAt ?? Number.NaN) {
        const next = afterLookup(after, [], RULES, at);
        waits.push(((next.lookupAt ?? Number.NaN) - at) / 1_000);
        after = next;
      }
      return [after.state, after.unseen.length, [...new Set(waits)]];
    });
    expect(looks).toEqual([
      ['pending', 1, [15, 60, 300]],
      ['refused', 1, [15, 60, 300]],
    ]);
  });

  it.each(['pending', 'held', 'refused', 'cancelled'] as const)('adopts what shows late while it is %s', (state) => {
    const waiting = { ...doubted, state, want: state === 'cancelled' ? ('ended' as const) : null };
    const after = afterLookup(waiting, [campaign('c1', 'in_progress')], RULES, 90_000);
    const want = { pending: null, held: 'paused', refused: null, cancelled: 'ended' }[state];
    expect([after.sid, after.state, after.want, after.unseen]).toEqual(['c1', 'in_progress', want, []]);
  });

  it('takes one POST off for each campaign it shows, whatever it showed before', () => {
    const twice = beginSend({ ...doubted, endAt: 5_000_000 }, 80_000);
    const first = afterLookup({ ...twice, state: 'in_doubt' }, [campaign('c1', 'created')], RULES, 90_000);
    expect(first.unseen.map(({ endAt }) => endAt)).toEqual([9_000_000]);
    const again = afterLookup(first, [campaign('c1', 'created')], RULES, 91_000);
    expect(again.unseen).toEqual(first.unseen);
    expect(afterLookup(again, [campaign('c2', 'created')], RULES, 92_000)).toMatchObject({
      unseen: [],
      duplicates: [{ sid: 'c2', state: 'created' }],
    });
  });
});
