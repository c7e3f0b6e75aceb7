import { CONTACT_WORDS, headingWords, MOBILE_WORDS, PHONE_WORDS, WHATSAPP_WORDS } from './heading-words.ts';
import { termSet } from '../phone/phone-words.ts';

/**
 * Words of sales reports for how far somebody is, the surest first. Call results are last: callers often type them
 * here, so that they change by themselves.
 */
const KINDS: readonly ReadonlySet<string>[] = [
  termSet('stage stages चरण स्टेज स्टेज़ टप्पा charan તબક્કો পর্যায়'),
  termSet('status statuses stts sts स्थिति स्थिती स्टेटस अवस्था sthiti સ્થિતિ স্থিতি অবস্থা நிலை స్థితి ಸ್ಥಿತಿ നില ਸਥਿਤੀ'),
  termSet('disposition dispositions dispo subdisposition डिस्पोज़ीशन डिस्पोजिशन'),
];
/** Words that say whose status it is, if it is about the sale. */
const SALE_WORDS = termSet(`
  lead leads deal opportunity opp sales sale pipeline lifecycle life cycle funnel customer prospect client account contact
  application loan policy case ticket order payment current present the लीड डील ग्राहक सौदा सौदे ऑर्डर भुगतान की का के वर्तमान
`);
/**
 * With these words it says when, how long, by whom, why, or what it was before; or it is about the telephone or a call.
 */
const OTHER_WORDS = termSet(`
  date time day days age aging duration since changed changes change modified updated update on at by id ids code no
  reason reasons remark remarks note notes comment history count probability owner last previous prev old former earlier past next
  first expected
  email mail sms dnd dnc ndnc call calls calling called dial dialer dialler attempt delivery message msg import upload sync
  marital verification verified consent तारीख दिनांक समय कारण पिछला पिछली पुराना पुरानी वैवाहिक कॉल ईमेल टिप्पणी
`);
const TELEPHONES = [MOBILE_WORDS, PHONE_WORDS, WHATSAPP_WORDS];

/**
 * The column that says how far each person is, judged by heading; null if there is none. Columns in `taken` hold
 * numbers. Amounts do not count, because what somebody owes changes by itself.
 */
export function findStatusColumn(headings: readonly string[], taken: readonly number[]): number | null {
  let best: { readonly column: number; readonly rank: number } | null = null;
  for (const [column, heading] of headings.entries()) {
    const rank = taken.includes(column) ? 0 : rankOf(heading);
    if (rank > (best?.rank ?? 0)) best = { column, rank };
  }
  return best?.column ?? null;
}

/** 0 for a heading that names no status. */
function rankOf(heading: string): number {
  const words = headingWords(heading);
  const kind = KINDS.findIndex((names) => words.some((word) => names.has(word)));
  if (kind < 0 || words.some((word) => OTHER_WORDS.has(word) || TELEPHONES.some((set) => set.has(word)))) return 0;
  const isOfSale = words.every(
    (word) => SALE_WORDS.has(word) || CONTACT_WORDS.has(word) || KINDS.some((names) => names.has(word)),
  );
  return (isOfSale ? KINDS.length : 0) + KINDS.length - kind;
}
