import type { Call } from './contact-calls.ts';

/** A key pressed in a call that is still going on; `number` is E.164 digits. */
export interface PressedKey {
  readonly number: number;
  readonly sid: string;
  readonly digits: string | null;
}

/** The call as far as a key press tells; its details add the rest later. */
export function callOfPress({ sid, digits }: PressedKey): Call {
  return { sid, digits, status: 'unknown', at: null, durationSeconds: null, recordingUrl: null };
}
