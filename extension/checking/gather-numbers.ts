import type { CheckSink } from '../../shared/contacts/check-contacts.ts';
import { packNumbers, sortedOnce } from '../../shared/people/packed-numbers.ts';

const FIRST_NUMBERS = 4_096;

/** Hears what another sink hears, and keeps the numbers: eight bytes each, and four once they are packed. */
export function gatherNumbers(sink: CheckSink): CheckSink & { packed(): Uint8Array<ArrayBuffer> } {
  let numbers = new Float64Array(FIRST_NUMBERS);
  let count = 0;
  return {
    accepted(number, line, row) {
      if (count === numbers.length) {
        const larger = new Float64Array(count * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count] = number;
      count += 1;
      sink.accepted(number, line, row);
    },
    issue: (issue, row) => sink.issue(issue, row),
    packed: () => packNumbers(sortedOnce(numbers.subarray(0, count))),
  };
}
