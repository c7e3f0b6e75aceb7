import { judgeNumber } from '../../shared/phone/judge-number.ts';
import type { CallbackQuery } from '../../shared/protocol/sink.ts';
import { statusWordOf, type KeptCallback } from '../callbacks/understand-callback.ts';

/** A search after reading it once: the number in E.164, times as epoch ms, the status in one spelling. */
export interface CallbackFilter {
  readonly campaign: string | null;
  readonly number: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly from: number;
  readonly to: number;
}

/** `number` is E.164 if it could be read; a number that could not be read finds nothing. */
export function toFilter(query: CallbackQuery, number: string | null): CallbackFilter {
  return {
    campaign: query.campaign ?? null,
    number,
    kind: query.kind ?? null,
    status: query.status === undefined ? null : bareStatus(query.status),
    from: query.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(query.from),
    to: query.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(query.to),
  };
}

/** A number that somebody searches for, in E.164; null if it is not a number. In a query a plus means a space. */
export function readSearchNumber(text: string, country: string): string | null {
  const bare = text.trim();
  for (const written of [bare, `+${bare}`]) {
    const judged = judgeNumber(written, country);
    if (judged.ok) return judged.value;
  }
  return null;
}

/** Exotel writes `no-answer`, `No Answer` and `no_answer` for the same status. */
function bareStatus(status: string): string {
  return status.toLowerCase().replaceAll(/[\s_-]/g, '');
}

export function matches(callback: KeptCallback, filter: CallbackFilter): boolean {
  const receivedAt = Date.parse(callback.receivedAt);
  return (
    receivedAt >= filter.from &&
    receivedAt < filter.to &&
    (filter.kind === null || callback.kind === filter.kind) &&
    (filter.campaign === null || callback.campaign === filter.campaign) &&
    (filter.number === null || callback.numbers.includes(filter.number)) &&
    (filter.status === null || isStatus(callback, filter.status))
  );
}

/** Matches our word or Exotel's: a message that was `delivered` is found under that word and under our `completed`. */
function isStatus(callback: KeptCallback, asked: string): boolean {
  if (callback.status !== null && bareStatus(callback.status) === asked) return true;
  const word = statusWordOf(callback);
  return word !== null && bareStatus(word) === asked;
}
