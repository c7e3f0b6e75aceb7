import { describe, expect, it } from 'vitest';
import { nextStep, type EngineState, type TargetState } from '../../../../worker/import/outbox/next-step.ts';
import { row } from '../rows.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';

const NOW = 1_000_000;
const LATER = NOW + 60_000;

function step(target: TargetState, rows: readonly Partial<CampaignRow>[], change: Partial<EngineState> = {}) {
  const numbered = rows.map((each, i) => row({ seq: i + 1, ...each }));
  return nextStep({ target, held: false, readAt: LATER, resumableAt: () => NOW, ...change }, numbered, NOW);
}

const created = { state: 'created', sid: 'c1' } as const;
const dialling = { state: 'in_progress', sid: 'c2', pageAt: LATER } as const;
const doubted = { state: 'in_doubt', lookupAt: NOW } as const;
const pending = { state: 'pending' } as const;
/** A create that may exist unseen. */
const UNSEEN = { sentAt: NOW - 30_000, endAt: NOW + 7_200_000, longAbsent: false };

describe('the next step of a running import', () => {
  it('is, in this order: a duplicate, a look-up, a resuming, a POST, a reading, call details, an end', () => {
    const resumed = { state: 'paused', sid: 'c3', want: 'running' } as const;
    const doubled = { ...created, duplicates: [{ sid: 't1', state: 'created' }] } as const;
    const over = { state: 'completed', sid: 'c4', pageAt: NOW } as const;
    const rows = [over, dialling, pending, resumed, doubted, doubled];
    const left = (count: number) => step('run', rows.slice(0, count), { readAt: NOW });
    expect(left(6)).toEqual({ kind: 'act_on_duplicate', seq: 6, sid: 't1', action: 'delete' });
    expect(left(5)).toEqual({ kind: 'look_up', seq: 5 });
    expect(left(4)).toEqual({ kind: 'act', seq: 4, action: 'resume' });
    expect(left(3)).toEqual({ kind: 'send', seq: 3 });
    expect(left(2)).toEqual({ kind: 'read' });
    expect(left(1)).toEqual({ kind: 'page', seq: 1 });
    expect(step('run', [{ state: 'cancelled' }])).toEqual({ kind: 'close', seq: 1 });
    expect(step('run', [{ ...over, pagedAt: NOW }])).toEqual({ kind: 'count', seq: 1 });
  });

  it('is to resume once calling hours open, and to wait for that until then', () => {
    const resumed = { state: 'paused', sid: 'c3', want: 'running' } as const;
    const closed = { resumableAt: () => LATER, readAt: LATER + 1 };
    expect(step('run', [resumed], closed)).toEqual({ kind: 'wait', until: LATER });
    expect(step('run', [{ ...resumed, want: 'paused' }], closed)).toEqual({ kind: 'wait', until: LATER + 1 });
    expect(step('stop', [resumed], closed)).toEqual({ kind: 'act', seq: 1, action: 'complete' });
  });

  it('is nothing once all is closed', () => {
    expect(
      step('run', [
        { state: 'completed', sid: 'c1', closed: true },
        { state: 'cancelled', closed: true },
      ]),
    ).toEqual({ kind: 'done' });
  });

  it('waits for whatever comes first', () => {
    expect(step('run', [created])).toEqual({ kind: 'wait', until: LATER });
    expect(step('run', [created, { ...doubted, lookupAt: NOW + 7 }])).toEqual({ kind: 'wait', until: NOW + 7 });
    expect(step('run', [created, { ...dialling, pageAt: NOW + 5 }])).toEqual({ kind: 'wait', until: NOW + 5 });
  });

  it('sends nothing while the account is held, and nothing after a pause or a stop', () => {
    expect(step('run', [pending], { held: true })).toEqual({ kind: 'done' });
    expect(step('pause', [pending])).toEqual({ kind: 'done' });
    expect(step('stop', [pending])).toEqual({ kind: 'done' });
  });

  it('settles what is in doubt even then', () => {
    expect(step('pause', [doubted])).toEqual({ kind: 'look_up', seq: 1 });
    expect(step('stop', [doubted])).toEqual({ kind: 'look_up', seq: 1 });
  });

  it('reads ahead of launching, and four times a minute, what may have a duplicate that was not seen', () => {
    const posted = { ...created, unseen: [UNSEEN] } as const;
    expect(step('run', [posted, pending], { readAt: NOW + 45_000 })).toEqual({ kind: 'seek' });
    expect(step('run', [posted], { readAt: NOW + 60_000 })).toEqual({ kind: 'wait', until: NOW + 15_000 });
    expect(step('run', [{ ...posted, unseen: [] }, pending], { readAt: NOW })).toEqual({ kind: 'send', seq: 2 });
  });
});

describe('what may exist unseen', () => {
  const states = ['pending', 'held', 'refused', 'cancelled', 'completed', 'deleted'] as const;

  it.each(states)('is looked for while its campaign is %s, and nothing is said of its contacts before', (state) => {
    const sid = state === 'completed' || state === 'deleted' ? 'c1' : null;
    const unseen = { state, sid, closed: state === 'completed', unseen: [UNSEEN] };
    expect(step('stop', [{ ...unseen, lookupAt: NOW }])).toEqual({ kind: 'look_up', seq: 1 });
    expect(step('stop', [{ ...unseen, lookupAt: NOW + 9 }])).toEqual({ kind: 'wait', until: NOW + 9 });
  });

  it('is looked for before anything is sent, the one that waited longest first', () => {
    const rows = [pending, { ...pending, unseen: [UNSEEN], lookupAt: NOW }, { ...doubted, lookupAt: NOW - 1 }];
    expect(step('run', rows)).toEqual({ kind: 'look_up', seq: 3 });
    expect(step('run', rows.slice(0, 2))).toEqual({ kind: 'look_up', seq: 2 });
  });

  it('is looked for until its own end has passed, though looks are rare by then', () => {
    const late = { state: 'cancelled', unseen: [{ ...UNSEEN, endAt: NOW }], lookupAt: NOW + 300_000 } as const;
    expect(step('stop', [late])).toEqual({ kind: 'wait', until: NOW + 60_001 });
  });

  it('of a campaign that was given up ends when it is found', () => {
    expect(step('run', [{ ...created, want: 'ended' }])).toEqual({ kind: 'act', seq: 1, action: 'delete' });
    expect(step('run', [{ ...dialling, want: 'ended' }])).toEqual({ kind: 'act', seq: 1, action: 'pause' });
  });
});

describe('a stop', () => {
  it('silences first what dials, then what would start soonest, and completes last what is silent', () => {
    const late = { ...created, sid: 'c5', sendAt: 900_000 } as const;
    const silent = { state: 'paused', sid: 'c6' } as const;
    const rows = [silent, late, created, dialling];
    expect(step('stop', rows)).toEqual({ kind: 'act', seq: 4, action: 'pause' });
    expect(step('stop', rows.slice(0, 3))).toEqual({ kind: 'act', seq: 3, action: 'delete' });
    expect(step('stop', rows.slice(0, 2))).toEqual({ kind: 'act', seq: 2, action: 'delete' });
    expect(step('stop', rows.slice(0, 1))).toEqual({ kind: 'act', seq: 1, action: 'complete' });
  });

  it('pauses what Exotel would not delete', () => {
    expect(step('stop', [{ ...created, undeletable: true }])).toEqual({ kind: 'act', seq: 1, action: 'pause' });
  });

  it('tries what failed again only after what it has not tried, and after a reading', () => {
    const failed = { ...created, undeletable: true, actionAt: NOW - 1 } as const;
    const rows = [failed, failed, failed, created];
    expect(step('stop', rows, { readAt: NOW })).toEqual({ kind: 'act', seq: 4, action: 'delete' });
    expect(step('stop', rows.slice(0, 3), { readAt: NOW })).toEqual({ kind: 'seek' });
    expect(step('stop', rows.slice(0, 3))).toEqual({ kind: 'act', seq: 1, action: 'pause' });
  });

  it('waits with what failed a moment ago', () => {
    expect(step('stop', [{ ...created, actionAt: NOW + 5_000 }])).toEqual({ kind: 'wait', until: NOW + 5_000 });
  });

  it('does not let a duplicate live: deleted, or paused and completed', () => {
    const actions = (['created', 'in_progress', 'paused', 'completed'] as const).map((state) =>
      step('stop', [{ state: 'completed', sid: 'c1', closed: true, duplicates: [{ sid: 't1', state }] }]),
    );
    expect(actions).toMatchObject([
      { action: 'delete' },
      { action: 'pause' },
      { action: 'complete' },
      { kind: 'done' },
    ]);
  });
});

describe('a pause', () => {
  it('pauses what dials and what is scheduled, until Exotel has confirmed it', () => {
    expect(
      step('pause', [
        { ...created, want: 'paused' },
        { ...dialling, want: 'paused' },
      ]),
    ).toEqual({ kind: 'act', seq: 2, action: 'pause' });
    expect(step('pause', [{ ...created, want: 'paused' }])).toEqual({ kind: 'act', seq: 1, action: 'pause' });
    expect(step('pause', [{ state: 'paused', sid: 'c1', want: 'paused' }])).toEqual({ kind: 'wait', until: LATER });
  });
});
