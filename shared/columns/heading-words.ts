import { foldTerm, MOBILE_TERMS, NUMBER_TERMS, PHONE_TERMS, termSet, WHATSAPP_TERMS } from '../phone/phone-words.ts';

const MAX_HEADING_CHARS = 200;

export const MOBILE_WORDS = termSet(MOBILE_TERMS);
export const PHONE_WORDS = termSet(PHONE_TERMS, 'phon phne fone');
export const WHATSAPP_WORDS = termSet(WHATSAPP_TERMS);
export const CONTACT_WORDS = termSet(`
  contact contacts dial dialing calling callback callee recipient reach reachable sms poc spoc cont cntct contac kontak sampark संपर्क सम्पर्क
  સંપર્ક যোগাযোগ সম্পর্ক தொடர்பு సంప్రదింపు ಸಂಪರ್ಕ സമ്പർക്ക ਸੰਪਰਕ ଯୋଗାଯୋଗ رابطہ اتصال
`);
/** Words that name a telephone. */
export const TELEPHONES: readonly ReadonlySet<string>[] = [MOBILE_WORDS, PHONE_WORDS, WHATSAPP_WORDS, CONTACT_WORDS];
/** Words in reports of calls; each names a telephone only if nothing but a number word stands beside it. */
export const DIRECTION_WORDS = termSet(`
  from to source destination caller called dialled dialed origin originator cli ani dnis sender receiver aparty bparty
`);
export const NUMBER_WORDS = termSet(NUMBER_TERMS);
/** Words that may be said of a number without changing what it is. */
export const FILLER_WORDS = termSet(`
  registered primary main my your the personal call enter please valid correct active full complete current new
  digit digits which what is be best preferred verified working latest updated validated formatted required mandatory
  numeric only text format field value column details detail info india indian std direct 1 10 का की के आपका आपकी अपना मेरा सही पूरा वर्तमान पंजीकृत
`);
const TARGETS = `
  customer customers cust client clients lead leads party user member guest student stu patient borrower subscriber buyer
  consumer applicant candidate insured proposer policyholder visitor donor voter beneficiary passenger prospect enquirer
  holder ग्राहक उपभोक्ता विद्यार्थी छात्र छात्रा मरीज मरीज़ रोगी सदस्य ગ્રાહક વિદ્યાર્થી গ্রাহক রোগী வாடிக்கையாளர் కస్టమర్ ಗ್ರಾಹಕ grahak
`;
/** Words for the people such a list is about. */
export const TARGET_WORDS = termSet(TARGETS);
/** Words that say whose number it is, which does not make it another kind of number. */
export const PERSON_WORDS = termSet(
  TARGETS,
  'tenant owner resident occupant seller vendor farmer employee emp employees worker driver',
);
const CHANCES = `
  alt alternate alternative alternet altr other another secondary second third emergency home office off work business
  company landline residence res resi additional extra backup वैकल्पिक दूसरा अन्य आपातकालीन घर ऑफिस कार्यालय
  2 3 4 5
`;
/** Words for another way to reach the same person. */
export const OTHER_CHANCES = termSet(CHANCES);
/** Words for somebody beside the person, or for another of their numbers: used if there is no better column. */
export const SECONDARY_WORDS = termSet(
  CHANCES,
  `
  father fathers mother mothers guardian parent parents spouse husband wife son daughter brother sister nominee
  reference references referrer referral referee ref reff coapplicant coborrower coowner coinsured guarantor relative
  kin neighbour neighbor friend introducer witness पिता माता पति पत्नी भाई बहन पुत्र पुत्री अभिभावक pita mata pati patni
`,
);
/** Words for the caller's own side: nobody to call. */
export const STAFF_WORDS = termSet(`
  agent agents executive exec telecaller tc fos rep rm manager sales salesman salesperson counsellor counselor advisor adviser
  assigned assignee handled staff officer bde bdm tl supervisor coordinator receiver virtual did exophone exo branch
  faculty support helpline tollfree caretaker एजेंट अधिकारी એજન્ટ এজেন্ট ఏజెంట్
`);
/** Words for a number that is no longer used, or that must not be called. */
const UNWANTED = `
  old older former previous prev earlier past ex wrong invalid incorrect false fake dummy junk spam blocked dnd dnc ndnc
  disconnected discontinued deceased died optout unsubscribe unsubscribed blacklisted blacklist barred suppressed
  suppression bounced bounce obsolete outdated unused unreachable uninterested unwanted undeliverable refused purana purani
  galat mrit पुराना पुरानी पुराने गलत ग़लत बंद मृत मृतक जुना जुनी चुकीचा જૂનો જૂની જુનો ખોટો બંધ পুরনো পুরানো ভুল বন্ধ பழைய தவறான
  పాత తప్పు ಹಳೆಯ ತಪ್ಪು പഴയ തെറ്റായ ਪੁਰਾਣਾ ਗਲਤ
`;
/**
 * Before an order or customer these say what became of that ("Lost Lead Phone"); before the number itself they say not
 * to call it.
 */
export const ENDED_WORDS = termSet(`
  inactive deactivated deactive dead expired lost stolen cancelled canceled rejected stopped closed archived removed deleted
  replaced suspended unavailable test duplicate dupe dup stale bad
`);
export const UNWANTED_WORDS = termSet(UNWANTED, [...ENDED_WORDS].join(' '));
/** `Lead Owner` is the colleague that a lead belongs to, as CRMs call them. */
export const OWNED_WORDS = termSet('lead account contact record deal opportunity ticket case');
/** A heading that ends in one of these describes the telephone or its owner. */
export const DESCRIBING_WORDS = termSet(`
  name person email mail type status model brand make date time amount verified address city count duration network
  operator provider source owner notes remarks remark consent dnd dnc ext extension valid country circle carrier label
  designation relation state app device handset banking wallet result response attempts preference language gender company नाम
`);
/** A heading that ends in one of these names another kind of number. */
export const ID_WORDS = termSet(`
  id ids uid uuid guid code key ref hash token otp pin imei imsi sim serial sr sl s sno srno
`);
/** With a bare "number", or alone, these name another kind of number. */
export const OTHER_NUMBERS = termSet(`
  order account acct acc ac fax serial sr sl s pin pincode zip postal invoice inv bill policy loan ticket roll gst gstin
  pan aadhaar aadhar aadhaarno uid uhid vehicle chassis engine registration reg flat house plot door unit ref batch room
  seat otp tracking awb txn transaction trans receipt rcpt card bank row line index age qty quantity price balance emi due
  amount amt total salary income premium outstanding admission adm enrollment enrolment application appl appln form token
  file folio case complaint docket job lan crn cif ucc ca rr kno meter connection service voucher cheque chq utr booking
  pnr licence license dl passport voter epic ration sku item product barcode ean po so grn docno document claim survey
  khata bp ifsc micr ledger roomno shop site property survey ward booth hall rank regn regd mrn opd ipd
  request srn ticketid leadid orderid appid आधार पैन राशन खाता खाते बिल रोल मीटर आवेदन पंजीकरण पंजीयन ऋण लोन पॉलिसी फॉर्म
  वार्ड मकान पिन बूथ रसीद अनुक्रमांक क्रम क्र ક્રમ ক্রমিক ಕ್ರಮ క్రమ ക്രമ ਲੜੀ வரிசை आईडी আইডি aadhar kundennummer kunden
`);
/** Alone these are a count of the rows: "क्रमांक" is the serial number, though "मोबाइल क्रमांक" is a telephone. */
export const COUNTING_WORDS = termSet(`
  संख्या सं क्रमांक क्र sankhya kramank ક્રમાંક સંખ્યા সংখ্যা సంఖ్య ಸಂಖ್ಯೆ
`);
/**
 * Words for a device of the caller's own side: a person named in another column is then at the other end of the call.
 */
export const OWN_LINE_WORDS = termSet(`
  virtual did exophone exo tollfree helpline caller callee called dialled dialed from to agent telecaller executive
`);

/** Telephone words that are recognised with one letter too many, too few, wrong, or two exchanged. */
const OFTEN_MISSPELT = ['mobile', 'contact', 'telephone', 'phone', 'whatsapp', 'number', 'numbers'];
const FEWEST_LETTERS = 5;
/** Words that are one letter away from one of those but mean something else. */
const OTHER_WORDS = termSet('contract compact phoned phonic phony telephony');

const VOCABULARY = new Set(
  [MOBILE_WORDS, PHONE_WORDS, WHATSAPP_WORDS, CONTACT_WORDS, NUMBER_WORDS, PERSON_WORDS, SECONDARY_WORDS].flatMap(
    (set) => [...set].filter((word) => /^[a-z]{2,}$/u.test(word)),
  ),
);
for (const word of [
  'registered',
  'primary',
  'student',
  'order',
  'account',
  'acc',
  'reg',
  'sender',
  'receiver',
  'agent',
])
  VOCABULARY.add(word);

/** The words of a heading: `Mobile_No.`, `mobileNo`, `mobileno` and `MOBILE NO` all give the same two. */
export function headingWords(heading: string): string[] {
  const parted = heading
    .slice(0, MAX_HEADING_CHARS)
    .replaceAll(/whats\s?app/giu, 'whatsapp')
    .replaceAll(/\bw[./]\s?a\b/giu, 'whatsapp')
    .replaceAll(/\bcall[\s-]?back\b/giu, 'callback')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/\bco[\s.-]+(?=(?:applicant|borrower|owner|insured)s?\b)/giu, 'co')
    .replaceAll(/\ba\/c\b/giu, 'ac')
    .replaceAll(/(?<=\p{L})['\u2019]s?\b/gu, '');
  return foldTerm(parted)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => splitCompound(asMeant(withoutArticle(word))))
    .filter((word) => word !== '');
}

/** Arabic joins its article to the word, and German joins compounds. */
function withoutArticle(word: string): string {
  return word.replace(/^ال(?=\p{L}{3})/u, '').replace(/(?<=\p{L}{3})nummer$/u, ' nummer');
}

/** The word that was meant by `moblie` or `contct`. The first letter must be right: "iPhone" is a model. */
function asMeant(word: string): string {
  if (word.length < FEWEST_LETTERS || VOCABULARY.has(word) || OTHER_WORDS.has(word)) return word;
  return OFTEN_MISSPELT.find((meant) => meant[0] === word[0] && isOneSlipAway(word, meant)) ?? word;
}

function isOneSlipAway(word: string, meant: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === meant[start]) start++;
  const [left, right] = [word.slice(start), meant.slice(start)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}

/** Splits `custmobileno` and `phone1` if every part is a known word. */
function splitCompound(word: string): string[] {
  if (VOCABULARY.has(word)) return [word];
  const [, letters = '', digits = ''] = /^([a-z]{4,30})(\d{0,2})$/u.exec(word) ?? [];
  const parts = partsOf(letters);
  if (letters !== '' && parts !== undefined) return digits === '' ? parts : [...parts, digits];
  // "Phone1" is two words; "2ndphone" and the like are left alone.
  return word.replace(/^(\p{L}{2,})(\d{1,2})$/u, '$1 $2').split(' ');
}

/**
 * Splits letters into the fewest known words. Short words count only at the end, because too many other words begin
 * with them.
 */
function partsOf(letters: string): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const word = letters.slice(start, end);
      if (before === undefined || !VOCABULARY.has(word) || (word.length < 3 && end < letters.length)) continue;
      if (best[end] === undefined || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, word];
    }
  }
  return best[letters.length];
}
