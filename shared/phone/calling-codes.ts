import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { NAMES_IN_INDIA } from './countries/country-names.ts';

/**
 * Country names that lists use, with the two-letter code. Several countries may share a calling code; the first listed
 * is its main one.
 */
const NAMES = `
IN india bharat ind hindustan भारत|US usa unitedstates unitedstatesofamerica america|CA canada can|GB uk unitedkingdom
greatbritain england britain scotland wales gbr|AE uae unitedarabemirates emirates dubai abudhabi are|SA saudi saudiarabia ksa
sau|QA qatar|OM oman|KW kuwait|BH bahrain|SG singapore sgp|MY malaysia mys|TH thailand|ID indonesia idn|PH philippines phl|VN
vietnam|HK hongkong|CN china chn|TW taiwan|JP japan jpn|KR southkorea korea|AU australia aus|NZ newzealand nzl|NP nepal npl|BD
bangladesh bgd|LK srilanka lka|PK pakistan pak|BT bhutan|MV maldives|MM myanmar burma|AF afghanistan|IR iran|IQ iraq|IL israel|JO
jordan|LB lebanon|TR turkey turkiye|EG egypt|KE kenya ken|NG nigeria nga|ZA southafrica zaf|TZ tanzania|UG uganda|GH ghana|ET
ethiopia|MU mauritius|ZM zambia|ZW zimbabwe|DE germany deutschland deu|FR france fra|IT italy ita|ES spain esp|PT portugal|NL
netherlands holland|BE belgium|CH switzerland|AT austria|SE sweden|NO norway|DK denmark|FI finland|IE ireland irl|PL poland|RO
romania|UA ukraine|RU russia russianfederation rus|KZ kazakhstan|UZ uzbekistan|BR brazil bra|MX mexico mex|AR argentina|CL
chile|CO colombia|PE peru|TT trinidad trinidadandtobago|GY guyana|FJ fiji|SR suriname|YE yemen|GR greece|CZ czechrepublic|HU hungary
`;

const FLAG_A = 0x1_f1_e6;
const LETTER_A = 0x41;

const byName = new Map<string, string>();
for (const line of [NAMES, NAMES_IN_INDIA].join('|').replaceAll('\n', ' ').split('|')) {
  const [country = '', ...names] = line.trim().split(/\s+/u);
  for (const name of names) byName.set(fold(name), country);
}

/** The main country of each calling code. */
const byCode = new Map<string, string>([
  ['1', 'US'],
  ['7', 'RU'],
  ['44', 'GB'],
  ['39', 'IT'],
  ['47', 'NO'],
  ['61', 'AU'],
  ['212', 'MA'],
  ['262', 'RE'],
  ['358', 'FI'],
  ['590', 'GP'],
  ['599', 'CW'],
]);
for (const country of getCountries()) {
  const code = getCountryCallingCode(country);
  if (!byCode.has(code)) byCode.set(code, country);
}

/**
 * The country, as two letters, that a cell of a calling-code column means: `91`, `+91`, `0091`, `91.0`, `IN`, `India`,
 * `India (+91)`, `भारत`, `🇮🇳`. Undefined if unclear.
 */
export function countryOfCell(text: string): string | undefined {
  const plain = withoutFlag(text)
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{So}'"`=]/gu, '')
    .trim();
  const code = /(?:\+|\b00)?\s*(\d{1,3})(?:\.0+)?(?!\d)/u.exec(plain.replaceAll('-', ''));
  const name = fold(plain.replaceAll(/[\d+().]/gu, ''));
  const named = countryNamed(name);
  if (code === null) return named;
  if (/\d{4}/u.test(plain.replaceAll(/\b0+/gu, ''))) return undefined;
  const coded = byCode.get(code[1] ?? '');
  if (name === '') return coded;
  // "India (+91)" says the same twice; if the two differ, the cell says nothing.
  if (named === undefined || coded === undefined) return undefined;
  return sameCode(named, coded) ? named : undefined;
}

/** A flag is two letters of its own kind; it is read where nothing else is written. */
function withoutFlag(text: string): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  const flag = Array.from(text.matchAll(/\p{Regional_Indicator}/gu), ([letter]) => letter.codePointAt(0) ?? 0);
  return flag.length === 2 ? String.fromCharCode(...flag.map((letter) => letter - FLAG_A + LETTER_A)) : text;
}

function countryNamed(name: string): string | undefined {
  const upper = name.toUpperCase();
  if (/^[A-Z]{2}$/u.test(upper)) return upper === 'UK' ? 'GB' : isSupportedCountry(upper) ? upper : undefined;
  return byName.get(name);
}

/** `IN` gives `91`; empty for what is not a country. */
export function callingCodeOf(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : '';
}

function sameCode(left: string, right: string): boolean {
  return callingCodeOf(left) !== '' && callingCodeOf(left) === callingCodeOf(right);
}

/** Nuktas are left out, because people leave them out: क़तर and कतर. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]|[\u{93c}\u{9bc}\u{a3c}\u{b3c}]/gu, '');
}
