import '../../zod-setup.ts';
import { settingsSchema } from '../../../shared/protocol/settings.ts';
import type { Settings, SettingsChange } from '../../../shared/protocol/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CallOptions, CallWorker } from '../../api/call-worker.ts';
import { readBody } from '../../api/read-body.ts';
import type { Answered } from '../../api/worker-client.ts';

const TIMEOUT_MS = 120_000;

/** Calls for the team's rules, which only one screen makes. */
export function createSettingsCalls(call: CallWorker) {
  async function ask(options?: CallOptions): Answered<Settings> {
    const answered = await call('/api/settings', { timeoutMs: TIMEOUT_MS, ...options });
    if (!answered.ok) return answered;
    const body = await readBody<unknown>(answered.value.json());
    if (!body.ok) return body;
    const read = settingsSchema.safeParse(body.value);
    return read.success ? ok(read.data) : err({ code: 'unreadable_answer' });
  }
  return {
    settings: (): Answered<Settings> => ask(),
    /** Settings that are left out stay unchanged. */
    change: (change: SettingsChange): Answered<Settings> => ask({ method: 'PUT', json: change }),
  };
}
