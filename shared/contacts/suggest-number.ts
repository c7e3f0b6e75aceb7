import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { cleanNumber, toPlainText } from '../phone/clean-number.ts';
import { excelDamage } from '../phone/excel-damage.ts';
import { numberingPlanOf } from '../phone/numbering-plan.ts';
import { judgeNumber } from '../phone/judge-number.ts';
import { saidAround } from '../phone/labels/words-around.ts';

/** How many readings are tried; each costs a reading by the phone library. */
const MOST_TRIED = 8;
const FEWEST_DIGITS = 7;
/** `9.19876543210E+11`, where every digit is still there. */
const WHOLE_EXPONENT = /^(\d)[.,](\d+)[eE]\+?(\d{1,2})$/u;
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', i: '1', '|': '1' };
/** Digits with what people write between them. A letter counts as a digit only with a digit or the end on each side. */
const RUN = /\+?\d(?:[ ().-]{0,3}\d)*/gu;
const RUN_WITH_LOOK_ALIKES = /(?<![\p{L}\d])\+?[\dOolIi|](?:[ ().-]{0,3}[\dOolIi|])*(?![\p{L}\d])/gu;
const DOUBLED_CODE = /^\s*\+\d{1,3}\s*$/u;

/** How a suggestion came about. */
export const SUGGESTION_KINDS = [
  /** The complete number stands among signs, or words for a telephone. */
  'around',
  /** The first of several numbers of one person. */
  'first_of_several',
  /** The calling code or zero is doubled, missing or superfluous. */
  'beginning',
  /** A spreadsheet wrote it as an exponent, with every digit still there. */
  'exponent',
  /** Letters were read as the digits they look like. */
  'look_alike',
  /** Digits were read as a foreign number that lost its plus. */
  'abroad',
  /** The first of two numbers written together. */
  'run_together',
  /** The complete number stands among words that may say anything. */
  'among_words',
  /** The first of several numbers that words or signs distinguish: one may be an id, or somebody else's. */
  'one_of_several',
  /** The beginning can be repaired in two ways. */
  'two_beginnings',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/**
 * Another reading would be somebody else's number just as well, so each of these must be confirmed by itself, never all
 * at once.
 */
export const UNSURE_KINDS: ReadonlySet<SuggestionKind> = new Set([
  'look_alike',
  'abroad',
  'run_together',
  'among_words',
  'one_of_several',
  'two_beginnings',
]);

export interface Suggestion {
  /** E.164 */
  readonly number: string;
  readonly kind: SuggestionKind;
}

interface Candidate {
  readonly text: string;
  readonly kind: SuggestionKind;
}

/**
 * The number that a person most likely meant by a refused value, or null if it would be a guess: digits that a
 * spreadsheet lost are never invented, and nothing is suggested if the cell says not to call. The check accepts every
 * suggestion.
 */
export function suggestNumber(text: string, country: string): Suggestion | null {
  const value = text.slice(0, MAX_ISSUE_VALUE_CHARS);
  const cleaned = cleanNumber(value);
  if (cleaned === '') return null;
  const whole = fromExponent(cleaned);
  if (whole !== null) return accepted({ text: whole, kind: 'exponent' }, country);
  if (excelDamage(toPlainText(value), cleaned) !== undefined) return null;
  let tried = 0;
  for (const candidate of candidates(cleaned, country)) {
    const suggestion = accepted(candidate, country);
    if (suggestion !== null) return suggestion;
    if (++tried === MOST_TRIED) return null;
  }
  return null;
}

function* candidates(cleaned: string, country: string): Generator<Candidate> {
  const found = [...cleaned.matchAll(RUN)].filter(([run]) => digitsOf(run).length >= FEWEST_DIGITS);
  const runs = found.map(([run]) => run);
  const said = saidAround(piecesAround(cleaned, found));
  if (said === 'against') return;
  const kind = kindOf(said, runs, country);
  for (const text of runs) yield { text, kind };
  for (const [run] of cleaned.matchAll(RUN_WITH_LOOK_ALIKES)) {
    const plain = run.replaceAll(/[OolIi|]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
    if (plain !== run && digitsOf(run).length >= FEWEST_DIGITS - 1) yield { text: plain, kind: 'look_alike' };
  }
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0 || /\p{L}/u.test(cleaned)) return;
  const digits = digitsOf(run);
  yield* otherPrefixes(digits, country, said === 'nothing' && !mayBeAmerican(run, country));
  // Two numbers written together.
  if (digits.length < 14 || digits.length % 2 !== 0) return;
  yield { text: digits.slice(0, digits.length / 2), kind: 'run_together' };
}

function piecesAround(cleaned: string, runs: readonly RegExpExecArray[]): string[] {
  const ends = runs.map(({ index, 0: run }) => index + run.length);
  const pieces = [
    ...runs.map(({ index }, at) => cleaned.slice(ends[at - 1] ?? 0, index)),
    cleaned.slice(ends.at(-1) ?? 0),
  ];
  // The calling code is there twice.
  const [first = ''] = pieces;
  return DOUBLED_CODE.test(first) && runs[0]?.[0].startsWith(first.trim()) === true ? ['', ...pieces.slice(1)] : pieces;
}

function kindOf(said: ReturnType<typeof saidAround>, runs: readonly string[], country: string): SuggestionKind {
  if (runs.length < 2) return said === 'nothing' ? 'around' : said === 'several' ? 'first_of_several' : 'among_words';
  // If other digits are not a number, the one that is may be an id.
  const areNumbers = runs.slice(0, MOST_TRIED).every((run) => judgeNumber(run, country).ok);
  return said === 'several' && areNumbers ? 'first_of_several' : 'one_of_several';
}

/** `+2025550123`: the plus shows a foreign number and no country fits; America may have been meant as well. */
function mayBeAmerican(run: string, country: string): boolean {
  const bare = digitsOf(run).replace(/^0+/u, '');
  return (
    /^(?:\+|00)/u.test(run.trim()) && bare.length === 10 && country !== 'US' && judgeNumber(`+1${bare}`, country).ok
  );
}

/** The same digits with other beginnings that people leave out or write twice. */
function* otherPrefixes(digits: string, country: string, isSure: boolean): Generator<Candidate> {
  const callingCode = numberingPlanOf(country)?.callingCode ?? '';
  const beginning = (text: string): Candidate => ({ text, kind: isSure ? 'beginning' : 'two_beginnings' });
  const bare = digits.replace(/^0+/u, '');
  if (callingCode !== '' && bare.startsWith(callingCode + callingCode))
    yield beginning(`+${bare.slice(callingCode.length)}`);
  if (callingCode !== '' && bare.startsWith(`${callingCode}0`))
    yield beginning(`+${callingCode}${bare.slice(callingCode.length + 1)}`);
  if (bare !== digits) yield beginning(bare);
  // A spreadsheet removed a zero that belongs to the country's numbers.
  if (bare === digits && digits.length >= FEWEST_DIGITS) yield beginning(`0${digits}`);
  // A foreign number without its plus. Shorter digits fit too many countries.
  if (bare === digits && digits.length >= 11) yield { text: `+${digits}`, kind: 'abroad' };
}

function accepted({ text, kind }: Candidate, country: string): Suggestion | null {
  const verdict = judgeNumber(text, country);
  return verdict.ok ? { number: verdict.value, kind } : null;
}

function fromExponent(cleaned: string): string | null {
  const parts = WHOLE_EXPONENT.exec(cleaned);
  const [, first = '', rest = '', power = ''] = parts ?? [];
  return parts !== null && rest.length === Number(power) ? first + rest : null;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}
