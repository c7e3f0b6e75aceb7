/** They hand their value on, or change it by arithmetic; what stands in any other function's brackets is a place or a length. */
const HAND_ON = new Set(
  `ABS ROUND ROUNDUP ROUNDDOWN INT TRUNC CEILING FLOOR MOD VALUE NUMBERVALUE N T TEXT FIXED TRIM CLEAN CONCATENATE CONCAT
  IF IFERROR IFNA MAX MIN SUM`.split(/\s+/u),
);
/** They make a number that stood nowhere; SUM does so of several cells. */
const MAKE = new Set(
  'PRODUCT SUMPRODUCT AVERAGE POWER RAND RANDBETWEEN SEQUENCE SQRT MEDIAN SUBTOTAL AGGREGATE'.split(' '),
);
/** What leaves digits as they are: `*1`, `+0`, and a calling code put before them or taken off, as `+910000000000`. */
const NEUTRAL = [
  /[*/]1(?![\d.])/gu,
  /[+-]0(?![\d.])/gu,
  /(?<![\w.$])(?:1\*|0\+)(?=[\w($])/gu,
  /[+-]\d{1,3}(?:0{9,}|\*10\^\d{1,2})(?!\d)/gu,
  /(?<![\w.$])\d{1,3}(?:0{9,}|\*10\^\d{1,2})\+/gu,
];
const TOKENS = /[A-Z][\w.]*\(|[(),;]|[-+*/^]|[^-+*/^(),;]+/gu;

interface Bracket {
  readonly name: string;
  /** Arithmetic in it changes the result. */
  readonly counts: boolean;
}

/**
 * Whether a formula calculates its result out of cells or digits, rather than copying, cutting, joining or looking it up: a
 * number that stood nowhere is nobody's.
 */
export function isCalculated(formula: string): boolean {
  let text = formula
    .replaceAll(/"[^"]*"/gu, 'X')
    .replaceAll(/'[^']*'!/gu, '')
    .replaceAll(/\[[^[\]]*\]/gu, '')
    .replaceAll(/\[[^[\]]*\]/gu, '')
    .replaceAll(/\s/gu, '')
    .replace(/^=/u, '')
    .toUpperCase();
  for (const pattern of NEUTRAL) text = text.replaceAll(pattern, '');
  const open: Bracket[] = [{ name: '', counts: true }];
  let before = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    if (inside === undefined) return false;
    if (token.endsWith('(')) {
      const name = token.slice(0, -1);
      if (inside.counts && MAKE.has(name)) return true;
      open.push({ name, counts: inside.counts && name !== 'IF' && (name === '' || HAND_ON.has(name)) });
    } else if (token === ')') open.pop();
    else if (token === ',' || token === ';') {
      if (inside.counts && inside.name === 'SUM') return true;
      // Of IF only the condition is none of its results.
      if (inside.name === 'IF') open[open.length - 1] = { ...inside, counts: open.at(-2)?.counts === true };
    } else if (/^[-+*/^]$/u.test(token)) {
      if (inside.counts && before !== '' && !/[-+*/^(,;]$/u.test(before)) return true;
    } else if (inside.counts && inside.name === 'SUM' && token.includes(':')) return true;
    before = token;
  }
  return false;
}
