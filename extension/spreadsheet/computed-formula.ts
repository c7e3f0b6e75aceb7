/**
 * Functions that pass their value on, or change it by arithmetic. In the brackets of any other function, numbers are
 * positions or lengths.
 */
const HAND_ON = new Set(
  `ABS ROUND ROUNDUP ROUNDDOWN INT TRUNC CEILING FLOOR MOD VALUE NUMBERVALUE N T TEXT FIXED TRIM CLEAN CONCATENATE CONCAT
  IF IFERROR IFNA MAX MIN SUM`.split(/\s+/u),
);
/** Functions that make a number that was in no cell; SUM does if it adds several cells. */
const MAKE = new Set(
  'PRODUCT SUMPRODUCT AVERAGE POWER RAND RANDBETWEEN SEQUENCE SQRT MEDIAN SUBTOTAL AGGREGATE'.split(' '),
);
/**
 * Arithmetic that keeps digits as they are: `*1`, `+0`, and adding or subtracting a calling code, such as
 * `+910000000000`.
 */
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
  /** Arithmetic inside it changes the result. */
  readonly counts: boolean;
}

/**
 * Whether a formula calculates its result from cells or digits instead of copying, cutting, joining or looking it up: a
 * number that was in no cell belongs to nobody.
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
      // The condition of an IF is not one of its results.
      if (inside.name === 'IF') open[open.length - 1] = { ...inside, counts: open.at(-2)?.counts === true };
    } else if (/^[-+*/^]$/u.test(token)) {
      if (inside.counts && before !== '' && !/[-+*/^(,;]$/u.test(before)) return true;
    } else if (inside.counts && inside.name === 'SUM' && token.includes(':')) return true;
    before = token;
  }
  return false;
}
