import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import {
  afterCount,
  afterLook,
  afterOtherName,
  afterStatus,
  afterUpload,
  beginUpload,
  looksThroughNewest,
  recoverUpload,
  retryList,
} from '../../../../worker/import/outbox/list-transitions.ts';
import { afterMembers, reuseList } from '../../../../worker/import/outbox/reused-list.ts';
import { createNumbersFingerprint } from '../../../../worker/import/record/numbers-fingerprint.ts';
import { afterOrphanNamed, listsAtExotel } from '../../../../worker/import/outbox/orphan-lists.ts';
import { list, row } from '../rows.ts';
import type { UploadStatus } from '../../../../worker/exotel/list-api.ts';
import type { ListCounts } from '../../../../shared/protocol/campaign-view.ts';

const RULES = { timeoutMs: 20_000 };
const NOW = 1_000_000;
const uploading = beginUpload(list(), 'Leads 1 #abcd-L1.1', NOW);
const taken = ok({ listSid: 'l1', listName: 'Leads 1 #abcd-L1.1', uploadId: 'u1' });
const processing = afterUpload(uploading, taken, RULES, NOW);
const found = afterLook({ ...uploading, state: 'in_doubt' }, { found: 'l1', isWhole: true }, RULES, NOW);

function counts(change: Partial<ListCounts> = {}): ListCounts {
  return { total: 10, success: 10, duplicate: 0, failed: 0, ...change };
}

function status(told: ListCounts | null, state: UploadStatus['state'] = 'completed', listSid = 'l1'): UploadStatus {
  return { state, counts: told, listSid };
}

function afterCounts(change: Partial<ListCounts>) {
  return afterStatus(processing, status(counts(change)), NOW);
}

describe('an upload', () => {
  it('is written down, with a name of its own, before it leaves', () => {
    expect(uploading).toEqual(
      list({ name: 'Leads 1 #abcd-L1.1', state: 'uploading', sentAt: NOW, uploads: 1, attempts: 1 }),
    );
  });

  it('found on its way by a process that is not sending it is in doubt until it can no longer be', () => {
    expect(recoverUpload(uploading, RULES)).toMatchObject({ state: 'in_doubt', pollAt: NOW + 60_000 });
    expect(recoverUpload(list(), RULES)).toEqual(list());
  });

  it('is asked after once Exotel has taken it', () => {
    expect(processing).toMatchObject({ state: 'processing', sid: 'l1', uploadId: 'u1', pollAt: NOW + 2_000 });
  });

  it('whose answer names no list, or is none, is in doubt', () => {
    const lost = err({ code: 'in_doubt', reason: 'timeout', status: null } as const);
    for (const answer of [ok(null), lost]) {
      expect(afterUpload(uploading, answer, RULES, NOW)).toMatchObject({ state: 'in_doubt', sid: null, attempts: 1 });
    }
  });

  it("whose answer names another list is in doubt: that is somebody else's", () => {
    const another = ok({ listSid: 'l2', listName: 'Theirs', uploadId: 'u2' });
    const after = afterUpload(uploading, another, RULES, NOW);
    expect(after).toMatchObject({ state: 'in_doubt', sid: null, uploadId: null, attempts: 1 });
  });

  it('whose answer says no name is believed once the list has said it, and is nothing to delete before', () => {
    const unnamed = afterUpload(uploading, ok({ listSid: 'l2', listName: null, uploadId: 'u2' }), RULES, NOW);
    const done = afterStatus(unnamed, status(counts(), 'completed', 'l2'), NOW);
    expect(done).toMatchObject({ state: 'processing', sid: 'l2', uploadId: null, told: counts() });
    expect(afterCount({ ...done, named: true }, 10, NOW)).toMatchObject({ state: 'completed', sid: 'l2' });
    expect(afterOtherName(done, RULES, NOW)).toMatchObject({
      state: 'in_doubt',
      sid: null,
      uploadId: null,
      pollAt: NOW,
    });
    const failed = afterStatus(unnamed, status(null, 'failed', 'l2'), NOW);
    const orphan = { name: uploading.name, sid: 'l2', named: false, looks: 0, refusals: 0, at: 0 };
    expect(failed.orphans).toEqual([orphan]);
    const shown = ['Theirs', uploading.name, null].map(
      (name) => afterOrphanNamed(failed, uploading.name, name).orphans[0],
    );
    expect(shown.map((each) => each?.sid)).toEqual([null, 'l2', 'l2']);
    const erased = row({ lists: [failed, unnamed] });
    expect(listsAtExotel([erased]).map(({ sid }) => sid)).toEqual([null, null]);
  });

  it('that was throttled was none, but its name is used up', () => {
    const after = afterUpload(uploading, err({ code: 'throttled', retryAfterMs: null }), RULES, NOW);
    expect(after).toMatchObject({ state: 'pending', attempts: 0, uploads: 1, orphans: [] });
  });

  it('that is refused waits for a person, and is sent anew when they say so', () => {
    const refusal = err({ code: 'refused', status: 400, exotelCode: null, description: 'No such column' } as const);
    const after = afterUpload(uploading, refusal, RULES, NOW);
    expect(after).toMatchObject({ state: 'refused', refusal: { code: 'refused', message: 'No such column' } });
    expect(retryList(after)).toMatchObject({ state: 'pending', attempts: 0, uploads: 1, refusal: null });
  });
});

describe('a list in doubt', () => {
  const doubted = { ...uploading, state: 'in_doubt' as const };
  const absent = { found: null, isWhole: true };

  it('that is found is counted at once, since its upload is not known', () => {
    expect(found).toMatchObject({ state: 'processing', sid: 'l1', uploadId: null, pollAt: NOW });
  });

  it('must be missing three times, the last among the newest lists, before it is sent under another name', () => {
    const first = afterLook(doubted, absent, RULES, NOW);
    const second = afterLook(first, absent, RULES, NOW);
    expect([first, second].map(looksThroughNewest)).toEqual([false, true]);
    expect(second).toMatchObject({ state: 'in_doubt', lookups: 2, pollAt: NOW + 20_000 });
    const orphan = { name: uploading.name, sid: null, looks: 0, refusals: 0, at: 0 };
    expect(afterLook(second, absent, RULES, NOW)).toMatchObject({ state: 'pending', orphans: [orphan] });
  });

  it('is looked for page by page among the newest, of which there may be many', () => {
    const last = { ...doubted, lookups: 2 };
    const next = afterLook(last, { found: null, isWhole: false }, RULES, NOW);
    expect(next).toEqual({ ...last, lookOffset: 20 });
    const end = afterLook({ ...last, lookOffset: 180 }, { found: null, isWhole: false }, RULES, NOW);
    expect(end.state).toBe('pending');
  });

  it('asks a person after three uploads that may have arrived', () => {
    const after = afterLook({ ...doubted, lookups: 2, attempts: 3 }, absent, RULES, NOW);
    expect([after.state, after.refusal?.code]).toEqual(['refused', 'list_unproven']);
  });
});

describe('a list that is being taken in', () => {
  it('is asked after in waits that double up to a minute', () => {
    const waits = [processing];
    for (let i = 0; i < 6; i += 1) {
      waits.push(afterStatus(waits.at(-1) ?? processing, status(counts({ total: 0 }), 'in_progress'), NOW));
    }
    expect(waits.map(({ pollAt }) => (pollAt - NOW) / 1000)).toEqual([2, 4, 8, 16, 32, 60, 60]);
  });

  it('is complete when every row was read, even where some were not taken', () => {
    expect(afterCounts({})).toMatchObject({ state: 'completed', counts: counts() });
    const partly = counts({ success: 8, failed: 2 });
    expect(afterCounts(partly)).toMatchObject({ state: 'completed', counts: partly });
  });

  it.each([
    ['fewer rows were read than sent', { total: 9, success: 9 }, 'list_incomplete'],
    ['nobody was taken', { success: 0, failed: 10 }, 'list_incomplete'],
  ])('is sent again when %s, and a person decides after three times', (_what, change, code) => {
    const orphan = { name: uploading.name, sid: 'l1', looks: 0, refusals: 0, at: 0 };
    expect(afterCounts(change)).toMatchObject({ state: 'pending', sid: null, orphans: [orphan] });
    const third = afterStatus({ ...processing, attempts: 3 }, status(counts(change)), NOW);
    expect([third.state, third.refusal?.code]).toEqual(['refused', code]);
  });

  it('is counted itself where Exotel tells of another one three times', () => {
    let list = processing;
    for (let i = 0; i < 3; i += 1) list = afterStatus(list, status(counts(), 'completed', 'l2'), NOW);
    expect(list).toMatchObject({ state: 'processing', sid: 'l1', uploadId: null, counts: null });
  });

  it('is sent again when Exotel could not read it', () => {
    expect(afterStatus(processing, status(null, 'failed'), NOW)).toMatchObject({
      state: 'pending',
      sid: null,
    });
  });

  it('is counted where the counters are missing, or do not add up', () => {
    const counted = { state: 'processing', sid: 'l1', uploadId: null, pollAt: NOW };
    expect(afterStatus(processing, status(null), NOW)).toMatchObject(counted);
    expect(afterCounts({ success: 8 })).toMatchObject(counted);
  });

  it('is counted where Exotel knew some of its people: they may be in it or not', () => {
    const told = counts({ success: 7, duplicate: 3 });
    const asked = afterCounts(told);
    expect(asked).toMatchObject({ state: 'processing', uploadId: null, told, pollAt: NOW });
    expect(afterCount(asked, 10, NOW)).toMatchObject({ state: 'completed', counts: counts() });
    expect(afterCount(asked, 7, NOW)).toMatchObject({ state: 'completed', counts: told });
    expect(afterCount(asked, 9, NOW)).toMatchObject({ state: 'processing', seen: { contacts: 9 } });
    expect(afterCounts({ success: 0, duplicate: 10 }).state).toBe('processing');
  });

  it('is counted where its upload is unknown three times', () => {
    const first = afterStatus(processing, null, NOW);
    const third = afterStatus(afterStatus(first, null, NOW), null, NOW);
    expect([first.uploadId, third.uploadId]).toEqual(['u1', null]);
  });
});

describe('a list that is counted', () => {
  it('is complete once it holds everyone', () => {
    const growing = afterCount(found, 4, NOW);
    expect(growing).toMatchObject({ state: 'processing', seen: { contacts: 4, since: NOW } });
    expect(afterCount(growing, 10, NOW + 1)).toMatchObject({ state: 'completed', counts: counts() });
  });

  it('is counted by its contacts where its own page names no number', () => {
    expect(found.byMembers).toBe(false);
    const asked = afterCount(found, null, NOW);
    expect(asked).toMatchObject({ state: 'processing', byMembers: true, pollAt: NOW });
    expect(afterCount(asked, 10, NOW)).toMatchObject({ state: 'completed', counts: counts() });
  });

  it('that nothing counts is what Exotel said when it was done with it, and without such a word a orphan', () => {
    const known = counts({ success: 7, duplicate: 3 });
    const ends = [null, known].map((told) => {
      const done = afterStatus(processing, status(told), NOW);
      return afterCount(afterCount(done, null, NOW), null, NOW);
    });
    expect(ends.map(({ state, counts: held }) => [state, held])).toEqual([
      ['completed', null],
      ['completed', counts()],
    ]);
    const untold = afterCount(afterCount(found, null, NOW), null, NOW);
    expect([untold.state, afterCount(untold, null, NOW + 900_000).state]).toEqual(['processing', 'pending']);
  });

  it('once more, sent again by a person, is believed again where nothing counts it', () => {
    const again = retryList(afterCounts({ success: 8, failed: 2 }));
    expect(afterCount(afterCount(again, null, NOW), null, NOW).state).toBe('completed');
  });

  it('is a orphan when it holds some and has not grown for two minutes, or holds nobody for a quarter of an hour', () => {
    const still = afterCount(found, 4, NOW);
    expect(afterCount(still, 4, NOW + 119_999).state).toBe('processing');
    expect(afterCount(still, 5, NOW + 120_000).state).toBe('processing');
    expect(afterCount(still, 4, NOW + 120_000)).toMatchObject({ state: 'pending', orphans: [{ sid: 'l1' }] });
    const empty = afterCount(found, 0, NOW);
    expect(afterCount(empty, 0, NOW + 899_999).state).toBe('processing');
    expect(afterCount(empty, 0, NOW + 900_000)).toMatchObject({ state: 'pending', orphans: [{ sid: 'l1' }] });
  });

  it('is sent again when it is not there three times', () => {
    const twice = afterCount(afterCount(found, 'gone', NOW), 'gone', NOW);
    expect([twice.state, afterCount(twice, 'gone', NOW).state]).toEqual(['processing', 'pending']);
  });
});

describe("another import's list", () => {
  const reused = reuseList(list(), { sid: 'l9', name: 'Their list' }, NOW);

  const numbersOf = (first: number) => {
    const fingerprint = createNumbersFingerprint();
    for (let number = first; number < first + 10; number += 1) fingerprint.add(number);
    return fingerprint;
  };

  it('is believed once Exotel has shown every one of its people, however the pages are cut', () => {
    expect(reused).toMatchObject({ state: 'processing', sid: 'l9', name: 'Their list', reused: true, pollAt: NOW });
    const counted = afterCount(reused, 10, NOW);
    expect(counted).toMatchObject({ state: 'processing', proof: { read: 0, sums: [] } });
    const begun = createNumbersFingerprint();
    for (let number = 0; number < 6; number += 1) begun.add(number);
    const half = afterMembers(counted, { read: 6, sums: begun.sums(), isWanted: false }, NOW);
    expect(half).toMatchObject({ state: 'processing', proof: { read: 6, sums: begun.sums() }, pollAt: NOW });
    const rest = createNumbersFingerprint(begun.sums());
    for (let number = 6; number < 10; number += 1) rest.add(number);
    const whole = afterMembers(
      half,
      { read: 4, sums: rest.sums(), isWanted: rest.toHex() === numbersOf(0).toHex() },
      NOW,
    );
    expect(whole).toMatchObject({ state: 'completed', reused: true, proof: null, counts: counts() });
  });

  it('of as many people of whom one is another, or fewer, is not called', () => {
    const counted = afterCount(reused, 10, NOW);
    const ours = { state: 'pending', sid: null, reused: false, proof: null };
    const isWanted = numbersOf(1).toHex() === numbersOf(0).toHex();
    const all = { read: 10, sums: numbersOf(1).sums(), isWanted };
    expect(afterMembers(counted, all, NOW)).toMatchObject(ours);
    expect(afterMembers(counted, { read: 0, sums: [], isWanted: false }, NOW)).toMatchObject(ours);
  });

  it('that has changed or gone is left alone, and ours is uploaded', () => {
    const ours = { state: 'pending', sid: null, reused: false, sought: true, orphans: [] };
    expect(afterCount(reused, 11, NOW)).toMatchObject(ours);
    const gone = afterCount(afterCount(afterCount(reused, 'gone', NOW), 'gone', NOW), 'gone', NOW);
    expect(gone).toMatchObject(ours);
  });
});
