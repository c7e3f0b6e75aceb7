import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from './api-fault.ts';
import type { CallWorker } from './call-worker.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const PART_TIMEOUT_MS = 120_000;

export type FileUpload = ReturnType<typeof createFileUpload>;

/** The two calls of tus 1.0 core: how much has arrived, and the next part. Both answer the offset reached, in bytes. */
export function createFileUpload(call: CallWorker) {
  const filePath = (id: string) => `/api/imports/${encodeURIComponent(id)}/file`;

  async function offsetOf(answer: Promise<Result<Response, ApiFault>>): Promise<Result<number, ApiFault>> {
    const answered = await answer;
    if (!answered.ok) return answered;
    const offset = Number(answered.value.headers.get('upload-offset') ?? Number.NaN);
    return Number.isSafeInteger(offset) && offset >= 0 ? ok(offset) : err({ code: 'unreadable_answer' });
  }

  return {
    locate: (id: string) => offsetOf(call(filePath(id), { method: 'HEAD', headers: TUS })),
    send: (id: string, offset: number, part: Blob) =>
      offsetOf(
        call(filePath(id), {
          method: 'PATCH',
          headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
          body: part,
          timeoutMs: PART_TIMEOUT_MS,
        }),
      ),
  };
}
