import type { CallbackQuery } from '../../../shared/protocol/sink.ts';
import { fromLocalTime } from '../../state/local-time.ts';

/** The filter as typed; times are in the account's zone. */
export interface CallbackLook {
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly sink: string;
  readonly from: string;
  readonly until: string;
}

export const EVERYTHING: CallbackLook = { number: '', kind: '', status: '', sink: '', from: '', until: '' };

/** The query for the Worker: only fields that were given, and times that are valid. */
export function callbackQuery({ from, until, ...look }: CallbackLook, zone: string): CallbackQuery {
  const times = { from: fromLocalTime(from, zone) ?? '', to: fromLocalTime(until, zone) ?? '' };
  return Object.fromEntries(Object.entries({ ...look, ...times }).filter(([, value]) => value !== ''));
}
