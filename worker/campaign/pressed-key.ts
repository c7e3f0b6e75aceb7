import type { Call } from './contact-calls.ts';

/** A key pressed in a call that is going on; `number` in E.164 digits. */
export interface PressedKey {
  readonly number: number;
  readonly sid: string;
  readonly digits: string | null;
}

/** All that is known of the call yet; its details say the rest. */
export function callOfPress({ sid, digits }: PressedKey): Call {
  return { sid, digits, status: 'unknown', at: null, durationSeconds: null, recordingUrl: null };
}
