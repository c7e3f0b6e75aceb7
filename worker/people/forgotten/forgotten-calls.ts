import { NumberScreen } from '../../../shared/people/number-screen.ts';
import { sortedOnce, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import type { ForgottenCall, ForgottenLife } from './forgotten-store.ts';
import type { PeopleStores } from '../screen-people.ts';

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;

/**
 * A deleted import leaves no trace of its contacts, but people it called must not be called again at once. So a keyed
 * hash and count of each stay for as long as the cap looks back. Answers when that ends; null if nobody was called so
 * recently.
 */
export function forgetCalls(stores: PeopleStores, life: string, capHours: number, now: number): number | null {
  const claim = stores.ledger.claimOf(life);
  const minuteNow = Math.floor(now / MINUTE_MS);
  const since = minuteNow - capHours * MINUTES_AN_HOUR;
  const calls: ForgottenCall[] = [];
  let last = 0;
  for (const { numbers, made, minutes } of claim === null ? [] : stores.ledger.campaignsOf(life, since)) {
    for (const [at, number] of unpackNumbers(numbers).entries()) {
      // Calls that were not counted yet may have been as many as planned, the last one just now.
      const attempts = made === null ? (claim?.attempts ?? 0) : (made[at] ?? 0);
      const minute = made === null ? minuteNow : (minutes?.[at] ?? 0);
      if (attempts === 0 || minute < since) continue;
      calls.push({ hash: stores.hash.called(number), attempts, minute });
      last = Math.max(last, minute);
    }
  }
  stores.ledger.drop(life);
  if (claim === null || calls.length === 0) return null;
  const until = (last + 1 + capHours * MINUTES_AN_HOUR) * MINUTE_MS;
  stores.forgotten.keep({ life, channel: claim.channel, by: claim.by, at: claim.at, until, calls });
  return until;
}

/**
 * Adds up calls of deleted imports by place (from 0), and answers those imports. Costs nothing if there are none,
 * otherwise one hash per number asked about.
 */
export function addForgotten(
  { forgotten, hash }: PeopleStores,
  screen: NumberScreen,
  { channel, since, now }: { readonly channel: string; readonly since: number; readonly now: number },
): ForgottenLife[] {
  const lives = forgotten.lives(channel, now);
  if (lives.length === 0) return [];
  const known = new NumberScreen(sortedOnce(Float64Array.from(hashesOf(lives, forgotten))));
  const places = new Int32Array(known.asked.length).fill(-1);
  for (const [place, number] of screen.asked.entries()) {
    const at = known.placeOf(hash.called(number));
    if (at >= 0) places[at] = place;
  }
  for (const [ordinal, { life }] of lives.entries()) {
    for (const call of forgotten.callsOf(life)) {
      const place = places[known.placeOf(call.hash)] ?? -1;
      if (place >= 0 && call.minute >= since) screen.add(place, call.attempts, ordinal);
    }
  }
  return lives;
}

function* hashesOf(lives: readonly ForgottenLife[], forgotten: PeopleStores['forgotten']): Iterable<number> {
  for (const { life } of lives) for (const { hash } of forgotten.callsOf(life)) yield hash;
}
