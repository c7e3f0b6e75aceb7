import metadata from 'libphonenumber-js/max/metadata';
import { DigitLanguages } from './digit-language.ts';
import { parseDigitPattern } from './parse-digit-pattern.ts';

const METADATA_VERSION = 4;
const ANY_DIGIT = 0b11_1111_1111;
export const NOT_ZERO = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const COUNTRIES: Readonly<Record<string, unknown>> = metadata.countries;
const KNOWN_CODES = new Set([...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]);
const CALLING_CODES: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;

/** A country's national numbers, as the phone library's metadata (version 4) describes them. */
export interface NumberingPlan {
  readonly callingCode: string;
  /**
   * True if digits that start with neither a zero nor the calling code are always a national number: no other country
   * shares the code, and all prefixes start with a zero.
   */
  readonly plain: boolean;
  /** The library tries this country first among those that share the calling code, whatever the digits begin with. */
  readonly leads: boolean;
  /** The others that share it. */
  readonly others: readonly string[];
  /** What the library removes from national digits; with groups it does more than remove. */
  readonly cutOff: RegExp | null;
  /** What it inserts instead, if the last group matched; empty for nothing. */
  readonly cutInto: string;
  /** How its numbers begin, if that alone distinguishes them from others with the same calling code. */
  readonly leading: RegExp | null;
  readonly hasTypes: boolean;
  /** What the library takes for an international prefix at the start. */
  readonly dialledAbroad: RegExp;
  readonly languages: DigitLanguages;
  /** What the library calls valid: the general pattern and a type's pattern, with that type's lengths. */
  readonly numbers: number;
  readonly general: number;
  /** The international prefix. */
  readonly abroad: number;
  readonly abroadPrefix: string;
  /** The national prefix; empty if there is none or if it cannot simply be removed. */
  readonly nationalPrefix: string;
  /** In ascending order. */
  readonly lengths: readonly number[];
}

/** Whether digits after a plus start with a calling code, of a country or of none. */
export function startsWithCallingCode(digits: string): boolean {
  return [1, 2, 3].some((length) => KNOWN_CODES.has(digits.slice(0, length)));
}

/**
 * The calling code that digits after a plus start with, and its countries in the order in which the library tries them.
 * No code is the beginning of another.
 */
export function callingCodeOf(
  digits: string,
): { readonly code: string; readonly countries: readonly [string, ...string[]] } | undefined {
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    const [first, ...others] = Object.hasOwn(CALLING_CODES, code) ? (CALLING_CODES[code] ?? []) : [];
    if (first !== undefined) return { code, countries: [first, ...others] };
  }
  return undefined;
}

const plans = new Map<string, NumberingPlan | undefined>();

export function isCallingCode(digits: string): boolean {
  return KNOWN_CODES.has(digits);
}

/**
 * The countries that share a calling code, in the order in which the library tries them; none for a code that belongs
 * to no country.
 */
export function countriesOf(code: string): readonly string[] {
  return Object.hasOwn(CALLING_CODES, code) ? (CALLING_CODES[code] ?? []) : [];
}

/**
 * The plan of a country, or of a calling code that belongs to none. Undefined if the metadata does not have it, or
 * describes it in a way that is not understood here.
 */
export function numberingPlanOf(country: string): NumberingPlan | undefined {
  const known = plans.get(country);
  if (known !== undefined || plans.has(country)) return known;
  const plan = readPlan(country);
  plans.set(country, plan);
  return plan;
}

function readPlan(country: string): NumberingPlan | undefined {
  const plan = Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country] : nonGeographic(country);
  if (metadata.version !== METADATA_VERSION || !Array.isArray(plan)) return undefined;
  const fields: readonly unknown[] = plan;
  const [callingCode, dialled, pattern, lengths] = fields;
  if (typeof callingCode !== 'string' || typeof pattern !== 'string') return undefined;
  const abroadPrefix = typeof dialled === 'string' ? dialled : '';
  const languages = new DigitLanguages();
  const general = parseDigitPattern(languages, pattern);
  const numbers = readTypes(languages, general, fields[11]);
  const abroad = parseDigitPattern(languages, abroadPrefix);
  if (general === undefined || numbers === undefined || abroad === undefined) return undefined;
  const nationalPrefix = typeof fields[5] === 'string' ? fields[5] : '';
  const cutsPlainly = !fields[7] && (nationalPrefix === '' || nationalPrefix === '0');
  const isOnlyOne = CALLING_CODES[callingCode]?.length === 1;
  const sharers = CALLING_CODES[callingCode] ?? [];
  const cutOff = typeof fields[7] === 'string' && fields[7] !== '' ? fields[7] : nationalPrefix;
  return {
    callingCode,
    leads: sharers[0] === country && !fields[10],
    others: sharers.filter((other) => other !== country),
    cutInto: typeof fields[8] === 'string' ? fields[8] : '',
    leading: typeof fields[10] === 'string' && fields[10] !== '' ? new RegExp(fields[10], 'u') : null,
    hasTypes: Array.isArray(fields[11]) && fields[11].length > 0,
    cutOff: cutOff === '' ? null : new RegExp(`^(?:${cutOff})`, 'u'),
    dialledAbroad: new RegExp(abroadPrefix, 'u'),
    plain: isOnlyOne && cutsPlainly && NOT_ZERO.every((digit) => languages.next(abroad, digit) === languages.nothing),
    languages,
    numbers,
    general,
    abroad,
    abroadPrefix,
    nationalPrefix,
    lengths: toLengths(lengths),
  };
}

function nonGeographic(code: string): unknown {
  const plans: Readonly<Record<string, unknown>> = metadata.nonGeographic;
  return Object.hasOwn(plans, code) ? plans[code] : undefined;
}

/** Each type has its pattern and, if different from the country's, its lengths; a country without types has one. */
function readTypes(languages: DigitLanguages, general: number | undefined, types: unknown): number | undefined {
  if (general === undefined || !Array.isArray(types) || types.length === 0) return general;
  const read: number[] = [];
  for (const type of types) {
    if (!Array.isArray(type)) continue;
    const [pattern, lengths]: readonly unknown[] = type;
    if (typeof pattern !== 'string' || pattern === '') continue;
    const language = parseDigitPattern(languages, pattern);
    if (language === undefined) return undefined;
    const own = toLengths(lengths);
    read.push(
      own.length === 0 ? language : languages.both(language, languages.any(own.map((own) => ofLength(languages, own)))),
    );
  }
  return languages.both(general, languages.any(read));
}

function ofLength(languages: DigitLanguages, length: number): number {
  let language = languages.end;
  for (let count = 0; count < length; count++) language = languages.sequence(languages.digit(ANY_DIGIT), language);
  return language;
}

function toLengths(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((length): length is number => typeof length === 'number') : [];
}
