import { MAX_CONTACTS_PER_CAMPAIGN } from '../../shared/limits.ts';

/** What is known of a set of contacts that is not known in full. */
export interface OpenPlaces {
  /** How many contacts there are, as far as anyone says. */
  readonly expected: number;
  /** Numbers that became known before, by place. */
  readonly learned: readonly (readonly [place: number, number: number])[];
  readonly learn: (place: number, number: number) => void;
}

/** Which number each contact of a campaign has, and which contacts a number has. */
export interface ContactPlaces {
  size(): number;
  /** Null while nobody has said who it is. */
  numberAt(place: number): number | null;
  /** More than one where a template calls people listed twice as often as they are listed. */
  placesOf(number: number): readonly number[];
  /** The place of a number nobody knew of; null where the set is closed, or full. */
  learn(number: number): number | null;
}

const UNKNOWN = 0;
/** Who was erased keeps a place that nobody else gets. */
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
