import type { CheckSink } from '../../shared/contacts/check-contacts.ts';
import { markNumbers, packMarked } from '../../shared/people/marked-numbers.ts';
import { packNumbers, sortedOnce } from '../../shared/people/packed-numbers.ts';

const FIRST_NUMBERS = 4_096;

/**
 * Passes everything on to another sink and keeps the numbers: eight bytes each, four once packed. If a column says how
 * far people are, four more bytes for its mark.
 */
export function gatherNumbers(sink: CheckSink): CheckSink & { packed(heading: number): Uint8Array<ArrayBuffer> } {
  let numbers = new Float64Array(FIRST_NUMBERS);
  let marks: Uint32Array | null = null;
  let count = 0;
  return {
    accepted(number, line, row) {
      if (count === numbers.length) {
        const larger = new Float64Array(count * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count] = number;
      const mark = row.status();
      if (mark !== 0) {
        marks = withRoom(marks, numbers.length);
        marks[count] = mark;
      }
      count += 1;
      sink.accepted(number, line, row);
    },
    issue: (issue, row) => sink.issue(issue, row),
    /** `heading`: the mark of the heading of that column. */
    packed(heading) {
      if (marks === null) return packNumbers(sortedOnce(numbers.subarray(0, count)));
      const marked = markNumbers(numbers.subarray(0, count), marks);
      return packMarked(marked.numbers, { heading, marks: marked.marks });
    },
  };
}

function withRoom(marks: Uint32Array | null, length: number): Uint32Array {
  if (marks?.length === length) return marks;
  const larger = new Uint32Array(length);
  if (marks !== null) larger.set(marks);
  return larger;
}
