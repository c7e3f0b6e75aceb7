const ZERO = 0x30;
const NINE = 0x39;

/** How many of a text's characters are 0 to 9. Called several times for every refused cell, so it uses no pattern. */
export function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) count++;
  }
  return count;
}

/** How many runs of 0 to 9 a text has; counting stops at `most`. */
export function countDigitRuns(text: string, most: number): number {
  let runs = 0;
  let isWithin = false;
  for (let at = 0; at < text.length && (isWithin || runs < most); at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= ZERO && code <= NINE;
    if (isDigit && !isWithin) runs++;
    isWithin = isDigit;
  }
  return runs;
}
