/** How a value may be spoken if it cannot be understood when read out as written. */
export const SPOKEN_AS = ['date', 'amount'] as const;
export type SpokenAs = (typeof SPOKEN_AS)[number];

type Language = 'en' | 'hi';

export interface SpokenForm {
  readonly as: SpokenAs;
  readonly in: Language;
}

const MONTHS: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  hi: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
};
/** The word for one, and for any other count. */
type Noun = readonly [one: string, many: string];
const MONEY: Record<Language, readonly [rupees: Noun, paise: Noun]> = {
  en: [
    ['rupee', 'rupees'],
    ['paisa', 'paise'],
  ],
  hi: [
    ['रुपया', 'रुपये'],
    ['पैसा', 'पैसे'],
  ],
};
/** A time may follow a date; it is not spoken. */
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?Z?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'iu');
/** Dates as written in India, with the day first. */
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TIME}$`, 'iu');
const NAMED = new RegExp(String.raw`^(\d{1,2})[-/. ]([a-z]{3,9})[-/., ]+(\d{4}|\d{2})${TIME}$`, 'iu');
const AMOUNT = /^(?:₹|rs\.?|inr)?\s*(\d{1,3}(?:,\d{2,3})*|\d+)(?:\.(\d{1,2}))?\s*(?:\/-|₹|rs\.?|inr|rupees?)?$/iu;

/** The language of a text, judged by its letters. */
export function languageOf(text: string): Language {
  return /\p{Script=Devanagari}/u.test(text) ? 'hi' : 'en';
}

/** A value in words of the language; unchanged if it is not a recognisable date or amount. */
export function spokenForm(value: string, form: SpokenForm): string {
  return (form.as === 'date' ? spokenDate(value, form.in) : spokenAmount(value, form.in)) ?? value;
}

function spokenDate(value: string, language: Language): string | null {
  const [year, month, day] = partsOf(value.trim()) ?? [0, 0, 0];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${day} ${MONTHS[language][month - 1] ?? ''} ${year}`;
}

function partsOf(value: string): [year: number, month: number, day: number] | null {
  const first = YEAR_FIRST.exec(value);
  if (first !== null) return [Number(first[1]), Number(first[2]), Number(first[3])];
  const plain = DAY_FIRST.exec(value);
  if (plain !== null) return [toYear(plain[3] ?? ''), Number(plain[2]), Number(plain[1])];
  const named = NAMED.exec(value);
  if (named === null) return null;
  const word = (named[2] ?? '').toLowerCase();
  const month = MONTHS.en.findIndex((name) => name.toLowerCase().startsWith(word.slice(0, 3)));
  return month === -1 ? null : [toYear(named[3] ?? ''), month + 1, Number(named[1])];
}

function toYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function spokenAmount(value: string, language: Language): string | null {
  const [, whole = '', fraction = ''] = AMOUNT.exec(value.trim()) ?? [];
  if (whole === '') return null;
  const [rupees, paise] = MONEY[language];
  const rest = Number(fraction.padEnd(2, '0'));
  // Without commas, because a voice would pause at each.
  const said = counted(whole.replaceAll(',', '').replace(/^0+(?=\d)/u, ''), rupees);
  return rest === 0 ? said : `${said} ${counted(String(rest), paise)}`;
}

function counted(count: string, [one, many]: Noun): string {
  return `${count} ${count === '1' ? one : many}`;
}
