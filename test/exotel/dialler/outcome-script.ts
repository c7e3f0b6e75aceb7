import { z } from 'zod';
import { fraction } from '../http/ids.ts';

/** How one attempt ends. `dnd` and `invalid` never ring; the other four are Exotel's call statuses. */
const CALL_RESULTS = ['completed', 'busy', 'no-answer', 'failed', 'dnd', 'invalid'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** The outcome of one message, in the words of message details. */
const MESSAGE_RESULTS = [
  'sent',
  'failed',
  'failed_dnd',
  'invalid',
  'failed_spam_detected',
  'failed_expired',
  'failed_no_balance',
] as const;
export type MessageResult = (typeof MESSAGE_RESULTS)[number];

const scriptedCall = z.union([
  z.enum(CALL_RESULTS),
  z.object({
    result: z.enum(CALL_RESULTS),
    /** Seconds from dialling to the end of the call. */
    seconds: z.number().nonnegative().optional(),
    digit: z.string().nullable().optional(),
    recordingUrl: z.string().optional(),
  }),
]);

const share = z.number().min(0).max(1);

/** Outcomes that tests may set: one list per number, whose last entry repeats; shares for all other numbers. */
export const scriptChange = z.strictObject({
  script: z.record(z.string(), z.array(scriptedCall).min(1)).optional(),
  /**
   * The outcome of messages to these numbers. Other numbers follow `mix`: whoever can be called can also get a message.
   */
  messages: z.record(z.string(), z.enum(MESSAGE_RESULTS)).optional(),
  mix: z.partialRecord(z.enum(CALL_RESULTS), share).optional(),
  /** Numbers for which a create is refused as invalid, even if the phone library accepts them. */
  refused: z.array(z.string()).optional(),
});
export type ScriptChange = z.input<typeof scriptChange>;

export type ScriptedCall = {
  readonly result: CallResult;
  readonly seconds: number;
  readonly digit: string | null;
  readonly recordingUrl: string;
};

export type OutcomeScript = {
  readonly change: (change: ScriptChange) => void;
  readonly isRefused: (number: string) => boolean;
  /** The same number, attempt (from 1) and seed always end the same way. */
  readonly callOf: (number: string, attempt: number) => ScriptedCall;
  readonly messageTo: (number: string) => MessageResult;
};

const DEFAULT_MIX: Readonly<Record<CallResult, number>> = {
  completed: 0.6,
  busy: 0.12,
  'no-answer': 0.18,
  failed: 0.06,
  dnd: 0.02,
  invalid: 0.02,
};

/** Seconds of ringing and talking; our own values, of which only the order of magnitude matters. */
const SECONDS: Readonly<Record<CallResult, { readonly least: number; readonly spread: number }>> = {
  completed: { least: 8, spread: 55 },
  busy: { least: 2, spread: 3 },
  'no-answer': { least: 25, spread: 10 },
  failed: { least: 0, spread: 3 },
  dnd: { least: 0, spread: 0 },
  invalid: { least: 0, spread: 0 },
};

export function createOutcomeScript(seed: number, start: ScriptChange): OutcomeScript {
  const byNumber = new Map<string, readonly z.infer<typeof scriptedCall>[]>();
  const refused = new Set<string>();
  const messages = new Map<string, MessageResult>();
  let mix: Partial<Record<CallResult, number>> = DEFAULT_MIX;

  function change(next: ScriptChange): void {
    for (const [number, calls] of Object.entries(next.script ?? {})) byNumber.set(number, calls);
    for (const [number, result] of Object.entries(next.messages ?? {})) messages.set(number, result);
    for (const number of next.refused ?? []) refused.add(number);
    if (next.mix !== undefined) mix = next.mix;
  }

  /** A blocked number is blocked at every attempt, so those two shares are drawn only from the number. */
  function draw(number: string, attempt: number): CallResult {
    const blocked = fraction(seed, `blocked ${number}`);
    const dnd = mix.dnd ?? 0;
    if (blocked < dnd) return 'dnd';
    if (blocked < dnd + (mix.invalid ?? 0)) return 'invalid';
    const ringing = CALL_RESULTS.slice(0, 4);
    const total = ringing.reduce((sum, result) => sum + (mix[result] ?? 0), 0);
    let left = fraction(seed, `result ${number} ${attempt}`) * total;
    for (const result of ringing) {
      left -= mix[result] ?? 0;
      if (left < 0) return result;
    }
    return 'failed';
  }

  function callOf(number: string, attempt: number): ScriptedCall {
    const listed = byNumber.get(number);
    const told = listed?.[Math.min(attempt, listed.length) - 1];
    const given = typeof told === 'string' ? { result: told } : told;
    const result = given?.result ?? draw(number, attempt);
    const { least, spread } = SECONDS[result];
    const answered = result === 'completed';
    const pressed = fraction(seed, `digit ${number}`);
    return {
      result,
      seconds: given?.seconds ?? Math.floor(least + spread * fraction(seed, `seconds ${number} ${attempt}`)),
      digit:
        given?.digit ?? (given === undefined && answered && pressed < 0.3 ? String(Math.floor(pressed * 30)) : null),
      recordingUrl:
        given?.recordingUrl ??
        (given === undefined && answered && pressed > 0.8
          ? `https://recordings.exotel.com/${number.slice(1)}.mp3`
          : ''),
    };
  }

  function messageTo(number: string): MessageResult {
    const told = messages.get(number);
    if (told !== undefined) return told;
    const { result } = callOf(number, 1);
    if (result === 'dnd') return 'failed_dnd';
    return result === 'invalid' || result === 'failed' ? result : 'sent';
  }

  change(start);
  return { change, isRefused: (number) => refused.has(number), callOf, messageTo };
}
