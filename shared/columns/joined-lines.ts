import { judgeNumber } from '../phone/judge-number.ts';

const RUN_OF_DIGITS = /\d{8,15}/g;
/** What stands right before or behind a number that a line end parted from it; an address or an id at a bank has an @. */
const LETTER = /^\p{L}/u;
const LINE_ENDS = '\v\f\u001c\u001d\u001e\u0085\u2028\u2029';

/**
 * Whether a file's only row is really all of its lines joined: `curl -d @file` removes line ends, and some programs
 * write unusual ones. Then numbers are joined to the words of neighbouring lines, and only one person would be called.
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
