import { describe, expect, it } from 'vitest';
import { START_PRESS_HOLDS_HOURS, UPLOAD_RETRY_LONGEST_SECONDS } from '../../../shared/extension-limits.ts';
import type { KeptImport, UploadFault, UploadTask } from '../../../extension/storage/kept-import.ts';
import { dueTask, nextUploadStep, pressHolds } from '../../../extension/upload/upload-step.ts';
import type { NextUpload } from '../../../extension/upload/upload-step.ts';
import { keptImport, working } from '../support/kept-import.ts';

const at = (task: UploadTask, offset = 0) => keptImport({ upload: working(task, offset) });
const refused = (status: number, reason: string, details: unknown = null): UploadFault => ({
  code: 'refused',
  status,
  reason,
  message: '',
  details,
});
const fail = (kept: KeptImport, fault: UploadFault, now = 0): NextUpload =>
  nextUploadStep(kept, { type: 'failed', fault, now, chance: 0.5 });

describe('nextUploadStep', () => {
  it('goes from opening to the launch in the order of the wire', () => {
    const steps = [
      nextUploadStep(at('opening'), { type: 'opened', state: 'receiving', received: 0 }),
      nextUploadStep(at('sending'), { type: 'arrived', offset: 4_000_000 }),
      nextUploadStep(at('sending', 8_000_000), { type: 'arrived', offset: 10_000_000 }),
      nextUploadStep(at('checking', 10_000_000), { type: 'checked' }),
      nextUploadStep(at('launching', 10_000_000), { type: 'launched' }),
    ];

    expect(steps).toEqual([
      working('sending', 0),
      working('sending', 4_000_000),
      working('checking', 10_000_000),
      working('launching', 10_000_000),
      { step: 'launched' },
    ]);
  });

  it('goes on where an earlier opening got to', () => {
    expect(nextUploadStep(at('opening'), { type: 'opened', state: 'receiving', received: 5 })).toEqual(
      working('sending', 5),
    );
    expect(nextUploadStep(at('opening'), { type: 'opened', state: 'checked', received: 10_000_000 })).toEqual(
      working('checking', 10_000_000),
    );
  });

  it.each(['launching', 'running', 'paused', 'finished', 'needs_attention'] as const)(
    'takes an import that is already %s for launched, and never launches it again',
    (state) => {
      expect(nextUploadStep(at('opening'), { type: 'opened', state, received: 10_000_000 })).toEqual({
        step: 'launched',
      });
    },
  );

  it('finds out how much arrived after a part failed', () => {
    expect(fail(at('sending', 5), { code: 'unreachable' }, 1_000)).toEqual({
      step: 'working',
      task: 'locating',
      offset: 5,
      failures: 1,
      retryAt: 2_000,
      fault: { code: 'unreachable' },
    });
  });

  it.each<[UploadTask, string, UploadTask]>([
    ['sending', 'offset_mismatch', 'locating'],
    ['checking', 'upload_incomplete', 'locating'],
    ['locating', 'import_not_found', 'opening'],
    ['launching', 'not_checked', 'checking'],
  ])('when %s meets %s goes to %s', (task, reason, next) => {
    expect(fail(at(task), refused(409, reason))).toMatchObject({ step: 'working', task: next });
  });

  it('waits longer each time, up to a limit', () => {
    const waits = [1, 2, 3, 4, 5, 20].map((failures) => {
      const next = fail(
        keptImport({
          upload: {
            ...at('opening').upload,
            step: 'working',
            task: 'opening',
            offset: 0,
            failures: failures - 1,
            retryAt: null,
            fault: null,
          },
        }),
        { code: 'timed_out' },
      );
      return next.step === 'working' ? next.retryAt : null;
    });

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, UPLOAD_RETRY_LONGEST_SECONDS * 1000]);
  });

  it.each<UploadFault>([
    refused(401, 'unauthorised'),
    refused(422, 'invalid_file'),
    refused(404, 'template_not_found'),
    { code: 'unreadable_answer' },
    { code: 'file_lost' },
  ])('stops for a person at %j', (fault) => {
    expect(fail(at('checking', 7), fault)).toEqual({ step: 'stuck', task: 'checking', offset: 7, fault });
  });

  it('asks again when the plan is another one, and when the press is old', () => {
    expect(fail(at('launching'), refused(409, 'plan_changed'))).toEqual({ step: 'asks_again', why: 'plan_changed' });
    const needsTwo = { step: 'asks_again', why: 'needs_approval' };
    expect(fail(at('launching'), refused(403, 'needs_approval'))).toEqual(needsTwo);
    const capped = { step: 'asks_again', why: 'spend_cap' };
    expect(fail(at('launching'), refused(409, 'spend_cap'))).toEqual(capped);
    for (const reason of Object.getOwnPropertyNames(Object.prototype))
      expect(fail(at('launching'), refused(409, reason))).toMatchObject({ step: 'stuck', task: 'launching' });
    const changed = refused(409, 'plan_changed', { changed: ['template', 'toString', 7, 'later'] });
    expect(fail(at('launching'), changed)).toEqual({
      step: 'asks_again',
      why: 'plan_changed',
      changed: ['template'],
    });
    expect(nextUploadStep(at('launching'), { type: 'press_expired' })).toEqual({
      step: 'asks_again',
      why: 'too_long_ago',
    });
  });

  it('asks whether the same people may be called again, naming the import that called them', () => {
    const earlier = { id: 'x1', name: 'Diwali leads', createdBy: 'asha', launchedAt: '2026-11-22T03:00:00Z' };
    const before = (details: unknown): UploadFault => ({
      code: 'refused',
      status: 409,
      reason: 'launched_before',
      message: '',
      details,
    });

    expect(fail(at('launching'), before({ import: earlier }))).toEqual({
      step: 'asks_again',
      why: 'launched_before',
      earlier,
    });
    expect(fail(at('launching'), before('nonsense'))).toEqual({
      step: 'asks_again',
      why: 'launched_before',
      earlier: null,
    });
  });

  it('takes a second launch that was refused as launched for what it is', () => {
    expect(fail(at('launching'), refused(409, 'already_launched'))).toEqual({ step: 'launched' });
  });

  it('tries again from where it stopped when a person says so', () => {
    const stuck = keptImport({
      upload: { step: 'stuck', task: 'sending', offset: 9, fault: { code: 'unreadable_answer' } },
    });

    expect(nextUploadStep(stuck, { type: 'try_again' })).toEqual(working('sending', 9));
  });

  it('changes nothing of a file that was never started', () => {
    expect(nextUploadStep(keptImport(), { type: 'checked' })).toEqual({ step: 'draft' });
    expect(nextUploadStep(keptImport(), { type: 'try_again' })).toEqual({ step: 'draft' });
  });
});

describe('dueTask', () => {
  it('has nothing to do before its time, before the press, or for a person', () => {
    const waiting = keptImport({
      upload: { step: 'working', task: 'sending', offset: 0, failures: 1, retryAt: 50, fault: null },
    });

    expect([dueTask(waiting, 49), dueTask(waiting, 50)]).toEqual([null, 'sending']);
    expect(dueTask(keptImport(), 0)).toBeNull();
    expect(dueTask(keptImport({ upload: { step: 'asks_again', why: 'plan_changed' } }), 0)).toBeNull();
  });
});

describe('pressHolds', () => {
  it('holds for half a day and no longer', () => {
    const kept = keptImport({ press: { contacts: 1, campaigns: 1, again: false, at: 0, sent: null } });
    const limit = START_PRESS_HOLDS_HOURS * 3_600_000;

    expect([pressHolds(kept, limit - 1), pressHolds(kept, limit), pressHolds(keptImport(), 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
