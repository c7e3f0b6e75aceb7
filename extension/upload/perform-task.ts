import { GROWN_LIST_DAYS } from '../../shared/extension-limits.ts';
import { assertNever } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from '../api/api-fault.ts';
import type { UploadFault } from '../storage/kept-import.ts';
import type { FileUpload } from '../api/file-upload.ts';
import type { WorkerClient } from '../api/worker-client.ts';
import type { KeptImport, UploadTask } from '../storage/kept-import.ts';
import { pressHolds } from './upload-step.ts';
import type { UploadEvent } from './upload-step.ts';

export interface TaskDeps {
  readonly client: Pick<WorkerClient, 'openImport' | 'checkImport' | 'launchImport' | 'askToStart'>;
  readonly upload: FileUpload;
  readonly readFile: (id: string) => Promise<Blob | null>;
  readonly partBytes: number;
  readonly now: () => number;
  readonly random: () => number;
}

/** Makes the one call of a task, and answers the result. Every call may be repeated without harm. */
export async function performTask(kept: KeptImport, task: UploadTask, deps: TaskDeps): Promise<UploadEvent> {
  const failed = (fault: UploadFault): UploadEvent => ({
    type: 'failed',
    fault,
    now: deps.now(),
    chance: deps.random(),
  });
  function after<T>(answer: Result<T, ApiFault>, event: (value: T) => UploadEvent): UploadEvent {
    return answer.ok ? event(answer.value) : failed(answer.error);
  }

  switch (task) {
    case 'opening': {
      const { id, name, fileName, fileBytes, template } = kept;
      return after(
        await deps.client.openImport({ id, name, fileName, fileBytes, template: template.id }),
        (opened) => ({
          type: 'opened',
          state: opened.state,
          received: opened.file.received,
        }),
      );
    }
    case 'locating':
      return after(await deps.upload.locate(kept.id), (offset) => ({ type: 'arrived', offset }));
    case 'sending': {
      const file = await deps.readFile(kept.id);
      if (!file) return failed({ code: 'file_lost' });
      const from = kept.upload.step === 'working' ? kept.upload.offset : 0;
      const part = file.slice(from, from + deps.partBytes);
      return after(await deps.upload.send(kept.id, from, part), (offset) => ({ type: 'arrived', offset }));
    }
    case 'checking': {
      const { template, columns, delivery, adjust, onlyNew, unlessChanged, override } = kept;
      // Sent only if somebody chose, because a Worker of an earlier version does not know it.
      const days = onlyNew === null ? {} : { notCalledForDays: onlyNew ? GROWN_LIST_DAYS : null, unlessChanged };
      const decided = override === null ? {} : { override: 'called_recently' as const, reason: override };
      const asked = { template: template.id, columns, delivery, adjust, ...days, ...decided };
      const checked = await deps.client.checkImport(kept.id, asked);
      return after(checked, () => ({ type: 'checked' }));
    }
    case 'launching': {
      if (!kept.press || !pressHolds(kept, deps.now())) return { type: 'press_expired' };
      const { contacts, campaigns, fingerprint, again } = kept.press;
      const expect = { contacts, campaigns, ...(fingerprint && { fingerprint }) };
      const launched = await (kept.press.ask === true
        ? deps.client.askToStart(kept.id, { expect, again })
        : deps.client.launchImport(kept.id, { expect, again }));
      return after(launched, () => ({ type: 'launched' }));
    }
    default:
      return assertNever(task);
  }
}
