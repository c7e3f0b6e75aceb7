import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import {
  afterLookup,
  afterRead,
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
  return { sid, name, state, stats: null };
}

const sending = beginSend(row({ lookups: 2, lookupAt: 5 }), 1_000);

describe('a POST', () => {
  it('is written down before it leaves', () => {
    expect(sending).toEqual(row({ state: 'sending', sentAt: 1_000, attempts: 1 }));
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
    });
    expect(afterSend(sending, ok(campaign('c1', 'unknown')), RULES, NUMBERS).state).toBe('created');
  });

  it('whose answer names none, or is none, is in doubt until it can no longer be under way', () => {
    const inDoubt = { ...sending, state: 'in_doubt', lookupAt: 31_000 };
    expect(afterSend(sending, ok(null), RULES, NUMBERS)).toEqual(inDoubt);
    for (const reason of ['timeout', 'network', 'server_error', 'unreadable'] as const) {
      expect(afterSend(sending, err({ code: 'in_doubt', reason, status: null }), RULES, NUMBERS)).toEqual(inDoubt);
    }
  });

  it('that was throttled was none', () => {
    const after = afterSend(sending, err({ code: 'throttled', retryAfterMs: null }), RULES, NUMBERS);
    expect(after).toEqual({ ...sending, state: 'pending', attempts: 0 });
  });

  it('is made again without the number that Exotel names', () => {
    const named: ExotelFailure = {
      code: 'refused',
      status: 400,
      exotelCode: 1002,
      description: 'Invalid number +919810010002',
    };
    const after = afterSend({ ...sending, contacts: 2 }, err(named), RULES, NUMBERS);
    expect(after).toEqual({ ...sending, contacts: 2, state: 'pending', attempts: 0, excluded: [919810010002] });
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
      ...sending,
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
});

describe('a reading', () => {
  const created = row({ state: 'created', sid: 'c1', attempts: 1 });

  it('takes over the state, and when it was over', () => {
    expect(afterRead(created, [campaign('c1', 'in_progress')], 5)).toEqual({ ...created, state: 'in_progress' });
    expect(afterRead({ ...created, pageOffset: 40 }, [campaign('c1', 'completed')], 5)).toEqual({
      ...created,
      state: 'completed',
      overAt: 5,
      pageAt: 5,
      pageOffset: 0,
    });
  });

  it('changes nothing for a campaign it does not show, shows unreadably, or that was never made', () => {
    expect(afterRead(created, [campaign('c9', 'completed', 'Other')], 5)).toEqual(created);
    expect(afterRead(created, [campaign('c1', 'unknown')], 5)).toEqual(created);
    expect(afterRead(row(), [campaign('c1', 'completed')], 5)).toEqual(row());
  });

  it('confirms what was wanted', () => {
    expect(afterRead({ ...created, want: 'paused' }, [campaign('c1', 'paused')], 5).want).toBeNull();
    expect(afterRead({ ...created, want: 'paused' }, [campaign('c1', 'in_progress')], 5).want).toBe('paused');
    expect(afterRead({ ...created, want: 'running' }, [campaign('c1', 'paused')], 5).want).toBe('running');
    expect(afterRead({ ...created, want: 'running' }, [campaign('c1', 'in_progress')], 5).want).toBeNull();
  });

  it('notices a second campaign under the same name, and forgets it once it is over', () => {
    const twice = afterRead(created, [campaign('c1', 'created'), campaign('c2', 'created')], 5);
    expect(twice.duplicates).toEqual([{ sid: 'c2', state: 'created' }]);
    expect(afterRead(twice, [campaign('c1', 'created')], 6).duplicates).toEqual(twice.duplicates);
    expect(afterRead(twice, [campaign('c2', 'deleted')], 6).duplicates).toEqual([]);
  });

  it('never touches a stranger of the same name as a campaign a person had it adopt', () => {
    const adopted = { ...created, name: 'Diwali' };
    const after = afterRead(adopted, [campaign('c1', 'created', 'Diwali'), campaign('c9', 'in_progress', 'Diwali')], 5);
    expect([after.sid, after.duplicates]).toEqual(['c1', []]);
  });

  it('takes the one that rings for ours when ours has called nobody', () => {
    const twice = { ...created, attempts: 2, duplicates: [{ sid: 'c2', state: 'created' as const }] };
    expect(afterRead(twice, [campaign('c1', 'created'), campaign('c2', 'in_progress')], 5)).toMatchObject({
      sid: 'c2',
      state: 'in_progress',
      duplicates: [{ sid: 'c1', state: 'created' }],
    });
  });
});
