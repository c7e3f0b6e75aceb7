import { MAX_CONTACTS_PER_CAMPAIGN } from '../../shared/limits.ts';

/** A set of contacts that is not fully known yet. */
export interface OpenPlaces {
  /** How many contacts there are, as far as anyone says. */
  readonly expected: number;
  /** Numbers that became known before, by place. */
  readonly learned: readonly (readonly [place: number, number: number])[];
  readonly learn: (place: number, number: number) => void;
}

/** Which number each contact of a campaign has, and which contacts have a number. */
export interface ContactPlaces {
  size(): number;
  /** Null while the contact's number is unknown. */
  numberAt(place: number): number | null;
  /** Several where the template calls people as often as they are listed. */
  placesOf(number: number): readonly number[];
  /** Gives an unknown number a place; null if the set is closed or full. */
  learn(number: number): number | null;
}

const UNKNOWN = 0;
/** An erased person keeps the place, so that nobody else gets it. */
export const ERASED = -1;
const NONE: readonly number[] = [];

export function createContactPlaces(numbers: Float64Array, open: OpenPlaces | null): ContactPlaces {
  const learned = open?.learned ?? [];
  const expected = learned.reduce((most, [place]) => Math.max(most, place + 1), open?.expected ?? 0);
  let known = new Float64Array(Math.max(numbers.length, Math.min(expected, MAX_CONTACTS_PER_CAMPAIGN)));
  known.set(numbers);
  for (const [place, number] of learned) known[place] = number;
  let size = known.length;
  let firstUnknown = 0;

  const first = new Map<number, number>();
  const several = new Map<number, number[]>();
  for (let place = 0; place < size; place += 1) note(known[place] ?? UNKNOWN, place);

  function note(number: number, place: number): void {
    if (number === UNKNOWN || number === ERASED) return;
    const before = first.get(number);
    if (before === undefined) first.set(number, place);
    else several.set(number, [...(several.get(number) ?? [before]), place]);
  }

  function nextPlace(): number | null {
    while (firstUnknown < size && known[firstUnknown] !== UNKNOWN) firstUnknown += 1;
    if (firstUnknown < size) return firstUnknown;
    if (size >= MAX_CONTACTS_PER_CAMPAIGN) return null;
    if (size === known.length) {
      const larger = new Float64Array(Math.min(MAX_CONTACTS_PER_CAMPAIGN, Math.max(64, size * 2)));
      larger.set(known);
      known = larger;
    }
    size += 1;
    return size - 1;
  }

  return {
    size: () => size,
    numberAt: (place) => {
      const number = place < size ? (known[place] ?? UNKNOWN) : UNKNOWN;
      return number === UNKNOWN || number === ERASED ? null : number;
    },
    placesOf: (number) => {
      const place = first.get(number);
      return several.get(number) ?? (place === undefined ? NONE : [place]);
    },
    learn: (number) => {
      const place = open === null ? null : nextPlace();
      if (place === null) return null;
      known[place] = number;
      note(number, place);
      open?.learn(place, number);
      return place;
    },
  };
}
