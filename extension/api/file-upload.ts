import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from './api-fault.ts';
import type { CallWorker } from './call-worker.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const PART_TIMEOUT_MS = 120_000;

/** The answer to a HEAD has no body, so only its status can explain a refusal. */
const HEAD_REASONS: Readonly<Record<number, string>> = { 401: 'unauthorised', 404: 'import_not_found' };

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
    async locate(id: string): Promise<Result<number, ApiFault>> {
      const located = await offsetOf(call(filePath(id), { method: 'HEAD', headers: TUS }));
      return located.ok ? located : err(explained(located.error));
    },
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

function explained(fault: ApiFault): ApiFault {
  const reason = fault.code === 'not_dialsheet' ? HEAD_REASONS[fault.status] : undefined;
  if (fault.code !== 'not_dialsheet' || reason === undefined) return fault;
  return { code: 'refused', status: fault.status, reason, message: '', details: undefined };
}
