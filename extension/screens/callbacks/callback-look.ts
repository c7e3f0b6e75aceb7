import type { CallbackQuery } from '../../../shared/protocol/sink.ts';
import { fromLocalTime } from '../../state/local-time.ts';

/** The filter as it is typed: times on the clocks of the account's zone. */
export interface CallbackLook {
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly sink: string;
  readonly from: string;
  readonly until: string;
}

export const EVERYTHING: CallbackLook = { number: '', kind: '', status: '', sink: '', from: '', until: '' };

/** What is asked of the Worker: only what was given, and times that are times. */
export function callbackQuery({ from, until, ...look }: CallbackLook, zone: string): CallbackQuery {
  const times = { from: fromLocalTime(from, zone) ?? '', to: fromLocalTime(until, zone) ?? '' };
  return Object.fromEntries(Object.entries({ ...look, ...times }).filter(([, value]) => value !== ''));
}
