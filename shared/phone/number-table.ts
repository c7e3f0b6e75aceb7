import { NOT_ZERO, numberingPlanOf } from './numbering-plan.ts';
import type { NumberingPlan } from './numbering-plan.ts';

/** A table of prefixes takes 10^digits bits: 125 KB for six digits, which India needs. */
const MAX_PREFIX_DIGITS = 6;
const DIGITS = [0, ...NOT_ZERO];
/** No E.164 number is longer, country code included. */
export const MAX_E164_DIGITS = 15;

/** Digits as written in a cell, without separators. */
export interface WrittenDigits {
  /** Their value, which does not show leading zeros. */
  value: number;
  count: number;
  leadingZeros: number;
  plus: boolean;
}

const tables = new Map<string, NumberTable | undefined>();

/** Undefined for countries where digits alone do not decide, so that the library is needed for every number. */
export function numberTableOf(country: string): NumberTable | undefined {
  if (!tables.has(country)) {
    const plan = numberingPlanOf(country);
    tables.set(country, plan?.plain === true ? new NumberTable(plan) : undefined);
  }
  return tables.get(country);
}

/** Decides the usual ways of writing a country's numbers without the phone library, always with the same result. */
export class NumberTable {
  readonly #plan: NumberingPlan;
  readonly #code: number;
  readonly #codeDigits: number;
  readonly #afterCode: number;
  readonly #zeroIsNational: boolean;
  readonly #zerosAreAbroad: boolean;
  readonly #byLength: (PrefixTable | null)[] = [];

  constructor(plan: NumberingPlan) {
    const { languages, callingCode, nationalPrefix } = plan;
    const afterZero = languages.next(plan.abroad, 0);
    this.#plan = plan;
    this.#code = Number(callingCode);
    this.#codeDigits = callingCode.length;
    this.#afterCode = languages.after(plan.general, callingCode);
    this.#zeroIsNational =
      nationalPrefix === '0' && NOT_ZERO.every((digit) => languages.next(afterZero, digit) === languages.nothing);
    this.#zerosAreAbroad = plan.abroadPrefix === '00';
  }

  /** The E.164 digits as an integer if they are a valid number; 0 if only the library can tell. */
  find({ value, count, leadingZeros, plus }: WrittenDigits): number {
    if (plus) return leadingZeros === 0 ? this.#afterCallingCode(value, count - this.#codeDigits) : 0;
    if (leadingZeros === 0) {
      const plain = this.#national(value, count);
      const length = count - this.#codeDigits;
      // If the digits are a valid number as written, their first two are kept, even if they look like the calling code.
      if (plain > 0 || length <= 0) return plain;
      return this.#plan.languages.outlook(this.#afterCode, length) === 'none'
        ? this.#afterCallingCode(value, length)
        : 0;
    }
    if (leadingZeros === 1) return this.#zeroIsNational ? this.#national(value, count - 1) : 0;
    return leadingZeros === 2 && this.#zerosAreAbroad ? this.#afterCallingCode(value, count - 2 - this.#codeDigits) : 0;
  }

  /** The complete number if these are all digits of a valid national number, otherwise 0. */
  #national(value: number, length: number): number {
    const table = (this.#byLength[length] ??= createPrefixTable(this.#plan, length));
    if (table === null) return 0;
    const prefix = Math.floor(value / table.divisor);
    const isValid = ((table.bits[prefix >> 3] ?? 0) >> (prefix & 7)) & 1;
    return isValid === 1 ? this.#code * powerOfTen(length) + value : 0;
  }

  #afterCallingCode(value: number, length: number): number {
    const weight = powerOfTen(length);
    const isOurs = length > 0 && Math.floor(value / weight) === this.#code;
    return isOurs ? this.#national(value - this.#code * weight, length) : 0;
  }
}

const POWERS = Float64Array.from({ length: MAX_E164_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

export function powerOfTen(exponent: number): number {
  return POWERS[exponent] ?? Number.POSITIVE_INFINITY;
}

interface PrefixTable {
  /** One bit per prefix: whether all numbers with this prefix are valid, or none is. */
  readonly bits: Uint8Array;
  /** A number divided by this gives its prefix. */
  readonly divisor: number;
}

/** Null if no numbers have this length, or if no short prefix decides. */
function createPrefixTable(plan: NumberingPlan, length: number): PrefixTable | null {
  if (!plan.lengths.includes(length)) return null;
  const { languages } = plan;
  if (plan.callingCode.length + length > MAX_E164_DIGITS) return null;
  const prefixDigits = telling(plan, length);
  if (prefixDigits > MAX_PREFIX_DIGITS) return null;
  const bits = new Uint8Array(Math.ceil(10 ** prefixDigits / 8));

  function fill(state: number, prefix: number, depth: number): void {
    const outlook = languages.outlook(state, length - depth);
    if (outlook === 'none') return;
    if (outlook === 'some' || depth === 0) {
      // A leading zero is the national or the international prefix, which is not decided here.
      for (const digit of depth === 0 ? NOT_ZERO : DIGITS) {
        fill(languages.next(state, digit), prefix * 10 + digit, depth + 1);
      }
      return;
    }
    const width = 10 ** (prefixDigits - depth);
    for (let at = prefix * width; at < (prefix + 1) * width; at++)
      bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }

  fill(plan.numbers, 0, 0);
  return { bits, divisor: 10 ** (length - prefixDigits) };
}

/** How many first digits decide whether a number of this length is valid. */
function telling(plan: NumberingPlan, length: number): number {
  const { languages } = plan;
  let states = new Set([plan.numbers]);
  for (let digits = 0; ; digits++) {
    const open = [...states].filter((state) => languages.outlook(state, length - digits) === 'some');
    // At least one digit, so that a leading zero is never taken as part of a number.
    if (open.length === 0) return Math.max(digits, 1);
    states = new Set(open.flatMap((state) => DIGITS.map((digit) => languages.next(state, digit))));
  }
}
