import { describe, expect, it } from 'vitest';
import { afterReading, holdForProof, pausedByPerson, proofDue } from '../../../../worker/import/outbox/made-again.ts';
import { LISTED_WITHIN_SECONDS, PROOF_LEAD_SECONDS } from '../../../../shared/safety-limits.ts';
import { row } from '../rows.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';

const SENT_AT = 60_000;
const earlier = { sentAt: 10_000, endAt: 9_000_000, longAbsent: false };
const again = row({
  state: 'created',
  sid: 'c2',
  attempts: 2,
  sentAt: SENT_AT,
  sendAt: 1_000_000,
  unseen: [earlier],
  proof: 'open',
});
const due = again.sendAt - PROOF_LEAD_SECONDS * 1000;
const listedBy = earlier.sentAt + LISTED_WITHIN_SECONDS * 1000;

describe('a campaign made again is paused before it rings', () => {
  const paused = { ...again, want: 'paused', proof: 'awaited', actionAt: 0 };

  it.each<[string, CampaignRow, 'run' | 'pause' | 'stop', number, unknown]>([
    ['not before its time', again, 'run', due - 1, again],
    ['at its time', again, 'run', due, paused],
    ['when it rings already', { ...again, state: 'in_progress' }, 'run', due, { ...paused, state: 'in_progress' }],
    ['although somebody resumed it', { ...again, want: 'running' }, 'run', due, paused],
    ['in an import that is paused, once it turns up', again, 'pause', due, paused],
    ['not if the import ends', again, 'stop', due, again],
    ['not if it is given up', { ...again, want: 'ended' }, 'run', due, { ...again, want: 'ended' }],
    ['not if it is silent', { ...again, state: 'paused' }, 'run', due, { ...again, state: 'paused' }],
    ['not if it is proven to be alone', { ...again, proof: null }, 'run', due, { ...again, proof: null }],
    ['not before it was made', { ...again, sid: null }, 'run', due, { ...again, sid: null }],
  ])('%s', (_when, before, target, now, after) => {
    expect(holdForProof(before, target, now)).toEqual(after);
  });

  it('says when that is', () => {
    expect([proofDue(again), proofDue(row()), proofDue({ ...again, proof: null })]).toEqual([due, Infinity, Infinity]);
  });
});

describe('a reading proves that it is alone', () => {
  const awaiting: CampaignRow = { ...again, state: 'paused', proof: 'awaited' };
  const whole = { seen: new Set(['c2']), startedAt: listedBy, isWhole: true };

  it.each<[string, CampaignRow, Partial<typeof whole>, unknown]>([
    ['if it is whole and late enough', again, {}, { ...again, proof: null }],
    ['not if it may have been cut', again, { isWhole: false }, again],
    ['not if it does not show the campaign itself', again, { seen: new Set(['c1']) }, again],
    ['not if what was made first may be listed later', again, { startedAt: listedBy - 1 }, again],
    [
      'at once if nothing else may exist',
      { ...again, unseen: [] },
      { startedAt: SENT_AT },
      { ...again, unseen: [], proof: null },
    ],
    [
      'not if it began before the campaign was made',
      { ...again, unseen: [] },
      { startedAt: SENT_AT - 1 },
      { ...again, unseen: [] },
    ],
    ['and then it goes on', awaiting, {}, { ...awaiting, proof: null, want: 'running' }],
    ['but not if a person paused it', pausedByPerson(awaiting), {}, { ...awaiting, proof: null }],
    ['nor on its own page', { ...awaiting, steered: 'paused' }, {}, { ...awaiting, steered: 'paused', proof: null }],
    ['nor if it is given up', { ...awaiting, want: 'ended' }, {}, { ...awaiting, want: 'ended', proof: null }],
  ])('%s', (_how, before, change, after) => {
    expect(afterReading(before, { ...whole, ...change })).toEqual(after);
  });

  it('counts as a look that found nothing', () => {
    const startedAt = earlier.sentAt + 20 * 60_000;
    const seen = afterReading({ ...again, proof: null }, { ...whole, startedAt });
    expect(seen).toEqual({ ...again, proof: null, unseen: [{ ...earlier, longAbsent: true }] });
    expect(afterReading(seen, { ...whole, startedAt })).toBe(seen);
  });
});
