import {
  START_PRESS_HOLDS_HOURS,
  UPLOAD_RETRY_FIRST_SECONDS,
  UPLOAD_RETRY_LONGEST_SECONDS,
} from '../../shared/extension-limits.ts';
import type { ImportState } from '../../shared/protocol/import.ts';
import { assertNever } from '../../shared/result.ts';
import { isPassing } from '../api/api-fault.ts';
import type { FingerprintPart } from '../../shared/plan/launch-fingerprint.ts';
import { readChangedParts } from '../api/read-changed-parts.ts';
import { readEarlierLaunch } from '../api/read-earlier-launch.ts';
import type { KeptImport, UploadFault, UploadState, UploadTask } from '../storage/kept-import.ts';

/** What happened to a kept import. Times are epoch ms; `chance` is in [0, 1). */
export type UploadEvent =
  | { readonly type: 'opened'; readonly state: ImportState; readonly received: number }
  | { readonly type: 'arrived'; readonly offset: number }
  | { readonly type: 'checked' }
  | { readonly type: 'launched' }
  | { readonly type: 'press_expired' }
  | { readonly type: 'failed'; readonly fault: UploadFault; readonly now: number; readonly chance: number }
  | { readonly type: 'try_again' };

/** `launched` is the end: the caller deletes the kept import. */
export type NextUpload = UploadState | { readonly step: 'launched' };

type Working = Extract<UploadState, { step: 'working' }>;

export function startUpload(): UploadState {
  return { step: 'working', task: 'opening', offset: 0, failures: 0, retryAt: null, fault: null };
}

/** The task to do now; null if nothing was pressed, it waits, or it needs a person. */
export function dueTask(kept: KeptImport, now: number): UploadTask | null {
  const { upload } = kept;
  if (upload.step !== 'working') return null;
  return upload.retryAt === null || upload.retryAt <= now ? upload.task : null;
}

/** Whether a press still counts: nobody expects yesterday's press to start calls. */
export function pressHolds(kept: KeptImport, now: number): boolean {
  return kept.press !== null && now - kept.press.at < START_PRESS_HOLDS_HOURS * 3_600_000;
}

/** An event that does not fit the state changes nothing. */
export function nextUploadStep(kept: KeptImport, event: UploadEvent): NextUpload {
  const { upload } = kept;
  if (event.type === 'try_again') {
    return upload.step === 'stuck' || upload.step === 'working' ? fresh(upload.task, upload.offset) : upload;
  }
  if (upload.step !== 'working') return upload;
  switch (event.type) {
    case 'opened':
      if (event.state === 'receiving') return afterOffset(kept, event.received);
      return event.state === 'checked' || event.state === 'failed'
        ? fresh('checking', kept.fileBytes)
        : { step: 'launched' };
    case 'arrived':
      return afterOffset(kept, event.offset);
    case 'checked':
      return fresh('launching', upload.offset);
    case 'launched':
      return { step: 'launched' };
    case 'press_expired':
      return { step: 'asks_again', why: 'too_long_ago' };
    case 'failed':
      return afterFailure(upload, event);
    default:
      return assertNever(event);
  }
}

function fresh(task: UploadTask, offset: number): Working {
  return { step: 'working', task, offset, failures: 0, retryAt: null, fault: null };
}

function afterOffset(kept: KeptImport, offset: number): Working {
  return fresh(offset >= kept.fileBytes ? 'checking' : 'sending', offset);
}

/** For refusals that reveal another state than expected: the task that finds out. */
const RECOVERIES: Readonly<Record<string, UploadTask>> = {
  offset_mismatch: 'locating',
  upload_incomplete: 'locating',
  import_not_found: 'opening',
  not_checked: 'checking',
};

function afterFailure(upload: Working, event: Extract<UploadEvent, { type: 'failed' }>): NextUpload {
  const { fault } = event;
  if (fault.code === 'refused') {
    if (fault.reason === 'already_launched') return { step: 'launched' };
    if (fault.reason === 'plan_changed') return planChanged(readChangedParts(fault.details));
    if (fault.reason === 'needs_approval' || fault.reason === 'spend_cap')
      return { step: 'asks_again', why: fault.reason };
    if (fault.reason === 'launched_before')
      return { step: 'asks_again', why: 'launched_before', earlier: readEarlierLaunch(fault.details) };
    const recovery = Object.hasOwn(RECOVERIES, fault.reason) ? RECOVERIES[fault.reason] : undefined;
    if (recovery !== undefined && recovery !== upload.task) return waiting(upload, recovery, event);
  }
  if (fault.code === 'file_lost' || fault.code === 'worker_forgotten' || !isPassing(fault))
    return { step: 'stuck', task: upload.task, offset: upload.offset, fault };
  // A part may have arrived even if its answer did not.
  return waiting(upload, upload.task === 'sending' ? 'locating' : upload.task, event);
}

function planChanged(changed: readonly FingerprintPart[]): UploadState {
  return { step: 'asks_again', why: 'plan_changed', ...(changed.length > 0 && { changed }) };
}

function waiting(upload: Working, task: UploadTask, event: Extract<UploadEvent, { type: 'failed' }>): Working {
  const failures = upload.failures + 1;
  const seconds = Math.min(UPLOAD_RETRY_FIRST_SECONDS * 2 ** (failures - 1), UPLOAD_RETRY_LONGEST_SECONDS);
  const retryAt = event.now + Math.round(seconds * 1000 * (0.75 + event.chance / 2));
  return { step: 'working', task, offset: upload.offset, failures, retryAt, fault: event.fault };
}
