import { judgeNumber } from '../phone/judge-number.ts';

const RUN_OF_DIGITS = /\d{8,15}/g;
/** What stands right before or behind a number that a line end parted from it; an address or an id at a bank has an @. */
const LETTER = /^\p{L}/u;
const LINE_ENDS = '\v\f\u001c\u001d\u001e\u0085\u2028\u2029';

/**
 * Whether the only row of a file is all of its lines in one: `curl -d @file` takes line ends out, and some programs write
 * others than anybody reads. Then numbers have grown together with the words of the line before or behind, and of all
 * people one would be called.
 */
export function areLinesJoined(cells: readonly string[], numberColumn: number, country: string): boolean {
  return cells.some((cell, column) => column !== numberColumn && holdsGrownNumber(cell, country));
}

function holdsGrownNumber(cell: string, country: string): boolean {
  if (cell.includes('@') || judgeNumber(cell, country).ok) return false;
  return [...cell.matchAll(RUN_OF_DIGITS)].some(({ 0: run, index }) => {
    const isGrown = growsFrom(cell.slice(index + run.length)) || growsFrom(cell.slice(0, index).slice(-1));
    return isGrown && judgeNumber(run, country).ok;
  });
}

function growsFrom(text: string): boolean {
  return LETTER.test(text) || (text !== '' && LINE_ENDS.includes(text.charAt(0)));
}
