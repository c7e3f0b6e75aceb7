import { NumberScreen } from '../../../shared/people/number-screen.ts';
import { readPacked, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import type { Marks } from '../../../shared/people/marked-numbers.ts';
import type { PersonHash } from '../../person-hash.ts';
import type { Claim, LedgerCampaign } from '../ledger-store.ts';

/** One campaign of a launch, with the mark of each person's status, by place; left out if no column gives statuses. */
interface StatusCampaign {
  readonly seq: number;
  readonly numbers: Uint8Array;
  readonly statuses?: Uint32Array | null;
}

interface StatusLaunch {
  /** The mark of the statuses' heading; left out if no column gives statuses. */
  readonly statusHeading?: number;
  readonly campaigns: readonly StatusCampaign[];
}

/**
 * What the ledger keeps of statuses. A plain mark could be found in a list of likely words, so it is keyed with the
 * number and the Worker's secret, and so is the heading's. Under another secret nothing can be compared; it must not
 * look as if every status had changed.
 */
export function keyedMarks(
  hash: PersonHash,
  { statusHeading = 0, campaigns }: StatusLaunch,
): { heading: Claim['heading']; campaigns: Pick<LedgerCampaign, 'seq' | 'numbers' | 'marks'>[] } {
  return {
    heading: statusHeading === 0 ? 0 : hash.heading(statusHeading),
    campaigns: campaigns.map(({ seq, numbers, statuses = null }) => ({
      seq,
      numbers,
      marks: statuses === null ? null : keyed(hash, unpackNumbers(numbers), statuses),
    })),
  };
}

function keyed(hash: PersonHash, numbers: Float64Array, statuses: Uint32Array): Uint32Array {
  return statuses.map((mark, at) => (mark === 0 ? 0 : hash.status(numbers[at] ?? 0, mark)));
}

/** The marks of these numbers' statuses, by place; null if no column gives any. */
export function statusesOf({ statusHeading = 0, campaigns }: StatusLaunch, asked: Float64Array): Marks | null {
  if (statusHeading === 0) return null;
  const screen = new NumberScreen(asked);
  const marks = new Uint32Array(asked.length);
  for (const { numbers, statuses } of campaigns) {
    for (const group of readPacked(numbers) ?? []) {
      screen.each(group, (place, inList) => {
        marks[place] = statuses?.[inList] ?? 0;
      });
    }
  }
  return { heading: statusHeading, marks };
}
