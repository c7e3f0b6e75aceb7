import { overwriteNumber, packNumbers, placesOf, unpackNumbers } from '../../shared/people/packed-numbers.ts';
import { maskNumbers } from '../../shared/team/mask-numbers.ts';
import { newId } from '../new-id.ts';
import { erasedSuppression, toSuppression, uploadedSuppression } from './list-suppressions.ts';
import { lastDigitsOf, type PeopleStores } from './screen-people.ts';
import type { Suppression } from '../../shared/people/suppression.ts';
import type { Claim, LedgerCampaign } from './ledger-store.ts';
import type { ErasedPerson, Removal } from './suppression-store.ts';

/** What is stored here about one number. */
export interface KnownPerson {
  readonly entries: Suppression[];
  readonly removals: Removal[];
  /** Launches that call or called it, newest first. */
  readonly launches: Pick<Claim, 'importId' | 'by' | 'at'>[];
}

interface OpenCampaign {
  readonly importId: string;
  readonly seq: number;
}

export function erasedPersonOf(stores: PeopleStores, number: number): ErasedPerson | null {
  const ending = lastDigitsOf(number);
  const alike = stores.entries.erased().filter(({ lastDigits }) => lastDigits === ending);
  const hash = alike.length > 0 ? stores.hash.person(number) : null;
  return alike.find((person) => person.hash === hash) ?? null;
}

export function knownPerson(stores: PeopleStores, number: number): KnownPerson {
  const erased = erasedPersonOf(stores, number);
  return {
    entries: [
      ...stores.entries.entriesOf(number).map(toSuppression),
      ...uploadedEntries(stores, number),
      ...(erased === null ? [] : [erasedSuppression(erased)]),
    ],
    removals: stores.entries.removalsOf(number),
    launches: stores.ledger
      .claims()
      .toReversed()
      .filter(({ life }) => holds(stores, life, number)),
  };
}

/** Campaigns that call the number and are not over, as far as the ledger knows. */
export function openCampaignsOf({ ledger }: PeopleStores, number: number): OpenCampaign[] {
  const open: OpenCampaign[] = [];
  for (const { life, importId } of ledger.claims()) {
    for (const { seq, made, numbers } of ledger.campaignsOf(life, Number.MAX_SAFE_INTEGER)) {
      if (made === null && isIn(numbers, number)) open.push({ importId, seq });
    }
  }
  return open;
}

function uploadedEntries({ uploads }: PeopleStores, number: number): Suppression[] {
  return uploads.uploads().flatMap((upload) => {
    const out = uploads.takenOut(upload.id);
    for (const { body, first } of uploads.chunks(upload.id)) {
      const [at, end] = placesOf(body, number);
      if (at < end && !out.has(first + at)) return [uploadedSuppression(upload, first + at, number)];
    }
    return [];
  });
}

function holds({ ledger }: PeopleStores, life: string, number: number): boolean {
  for (const { numbers } of ledger.campaignsOf(life, 0)) if (isIn(numbers, number)) return true;
  return false;
}

function isIn(packed: Uint8Array, number: number): boolean {
  const [first, end] = placesOf(packed, number);
  return first < end;
}

/**
 * Erases a number: only a keyed hash and its last digits stay, so that it is never called again. Its reservation in a
 * running launch stays until that launch is over.
 */
export function erasePerson(
  stores: PeopleStores,
  number: number,
  { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: number },
): Suppression {
  const known = erasedPersonOf(stores, number);
  const person: ErasedPerson = known ?? {
    id: newId(),
    hash: stores.hash.person(number),
    lastDigits: lastDigitsOf(number),
    by,
    at,
    // The reason that somebody typed may contain the number.
    reason: maskNumbers(reason),
  };
  stores.entries.addErased(person);
  stores.entries.forget(number);
  for (const upload of stores.uploads.everyUpload()) {
    for (const { chunk, body, first } of stores.uploads.chunks(upload)) {
      const [at, end] = placesOf(body, number);
      if (at === end) continue;
      // The place is marked as removed: the number written over it is a neighbour's, which also has a place of its own.
      stores.uploads.takeOut(upload, first + at);
      stores.uploads.rewrite(upload, chunk, overwriteNumber(body, number));
    }
  }
  for (const { life } of stores.ledger.claims()) {
    for (const campaign of stores.ledger.campaignsOf(life, 0)) {
      if (campaign.made !== null && isIn(campaign.numbers, number)) stores.ledger.settle(without(campaign, number));
    }
  }
  return erasedSuppression(person);
}

/** Erases what the ledger says of the number for an import that is over, even if its campaigns were not settled. */
export function eraseCalls({ ledger }: PeopleStores, number: number, importId: string): void {
  for (const { life } of ledger.claims().filter((claim) => claim.importId === importId)) {
    for (const campaign of ledger.campaignsOf(life, 0)) {
      if (isIn(campaign.numbers, number)) ledger.settle(without(campaign, number));
    }
  }
}

function without(campaign: LedgerCampaign, number: number): LedgerCampaign {
  const numbers = unpackNumbers(campaign.numbers);
  const isOther = (_: number, at: number): boolean => numbers[at] !== number;
  return {
    ...campaign,
    numbers: packNumbers(numbers.filter(isOther)),
    made: campaign.made?.filter(isOther) ?? null,
    minutes: campaign.minutes?.filter(isOther) ?? null,
  };
}

/** Those of these numbers who were erased: they are not stored again. */
export function erasedAmong(stores: PeopleStores, numbers: Iterable<number>): Set<number> {
  const endings = new Set(stores.entries.erased().map(({ lastDigits }) => lastDigits));
  const hashes = new Set(stores.entries.erased().map(({ hash }) => hash));
  const found = new Set<number>();
  if (endings.size === 0) return found;
  for (const number of numbers) {
    if (endings.has(lastDigitsOf(number)) && hashes.has(stores.hash.person(number))) found.add(number);
  }
  return found;
}
