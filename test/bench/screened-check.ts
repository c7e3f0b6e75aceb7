import { MAX_FILE_ROWS } from '../../shared/limits.ts';
import { packNumbers, sortedOnce } from '../../shared/people/packed-numbers.ts';
import { screenOf } from '../../shared/people/screen-file.ts';
import { DEFAULT_CAPS } from '../../shared/people/caps.ts';
import type { CheckSink } from '../../shared/contacts/check-contacts.ts';
import { RowVerdicts } from '../../shared/contacts/cells/row-verdicts.ts';
import type { LeftOut } from '../../shared/people/left-out.ts';
import type { ScreenHits } from '../../shared/people/screen-answer.ts';

/** The Worker's own screening. */
interface Screening {
  screenPeople(this: void, stores: Room, input: object): ScreenHits;
  toLedger(this: void, calls: readonly { number: number; attempts: number; lastAt: number }[]): object;
}
const path = String(new URL('../../worker/people/screen-people.ts', import.meta.url));
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types know Cloudflare's, which Node's do not.
const { screenPeople, toLedger } = (await import(path)) as Screening;

/** What the people room holds, without a database. */
export type Room = object;

const SUPPRESSED = 1_000_000;
const CAMPAIGNS = 7;
const CALLED_EACH = 1_000_000;
const NOW = Date.UTC(2026, 10, 29, 6);
const MINUTE_MS = 60_000;
const FIRST_MOBILE = 916_000_000_000;
const MOBILES = 3_999_999_999;

/** Numbers all over India's mobiles, the same ones for the same seed. */
function someNumbers(count: number, seed: number): Float64Array {
  const numbers = new Float64Array(count);
  let state = seed;
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    numbers[at] = FIRST_MOBILE + (state % MOBILES);
  }
  return sortedOnce(numbers);
}

/** What the people room holds: a million numbers in one upload, and a week of a million calls a day. */
export function fullRoom(known: Float64Array): Room {
  // One in a hundred of the file's people is on the list, and one in a hundred was called this morning.
  const some = (from: number) => known.filter((_, at) => at % 100 === from);
  const listed = sortedOnce(Float64Array.from([...someNumbers(SUPPRESSED - known.length / 100, 1), ...some(0)]));
  const upload = {
    id: 'u',
    name: 'Never',
    channel: null,
    group: null,
    by: 'asha',
    at: NOW,
    note: null,
    expiresAt: null,
  };
  const chunk = { chunk: 0, first: 0, count: listed.length, body: packNumbers(listed) };
  const campaigns = Array.from({ length: CAMPAIGNS }, (_, day) => {
    const called =
      day === 0
        ? sortedOnce(Float64Array.from([...someNumbers(CALLED_EACH - known.length / 100, 7), ...some(1)]))
        : someNumbers(CALLED_EACH, day + 10);
    const lastAt = NOW - day * 60 * MINUTE_MS;
    const calls = Array.from(called, (number) => ({ number, attempts: 1, lastAt }));
    return { life: `l${day}`, seq: 1, ...toLedger(calls) };
  });
  const claims = campaigns.map(({ life }) => ({
    life,
    importId: life,
    name: 'Earlier',
    by: 'asha',
    at: NOW,
    channel: 'voice',
    attempts: 1,
    keys: {},
    confirmed: true,
  }));
  return {
    entries: { holding: () => [], erased: () => [] },
    uploads: {
      uploads: () => [{ ...upload, numbers: listed.length }],
      takenOut: () => new Set(),
      chunks: () => [chunk],
    },
    ledger: { claims: () => claims, campaignsOf: (life: string) => campaigns.filter((each) => each.life === life) },
    forgotten: { lives: () => [] },
    hash: String,
  };
}

/** As the Worker checks: read, asked about, and read again without those who are not called. */
export function checkScreened(
  check: (sink: CheckSink, leftOut: LeftOut) => number,
  room: (numbers: Float64Array) => Room,
): { rows: number; leftOut: number } {
  const numbers = new Float64Array(MAX_FILE_ROWS);
  let count = 0;
  const verdicts = new RowVerdicts();
  check({ accepted: (number) => (numbers[count++] = number), issue: () => undefined }, { verdicts });
  const asked = sortedOnce(numbers.subarray(0, count));
  const hits = screenPeople(room(asked), {
    asked,
    use: { channel: 'voice', group: 'service' },
    cap: DEFAULT_CAPS.voice,
    life: null,
    override: false,
    already: null,
    now: NOW,
  });
  const rows = check(
    { accepted: () => undefined, issue: () => undefined },
    { screen: screenOf(hits), known: verdicts },
  );
  return { rows, leftOut: hits.suppressed.length + hits.calledRecently.length };
}
