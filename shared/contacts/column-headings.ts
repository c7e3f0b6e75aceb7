/** The words of a heading: `Mobile_No.`, `mobileNo` and `MOBILE NO` are the same two. */
export function headingWords(heading: string): string[] {
  return fold(
    heading
      .slice(0, MAX_HEADING_CHARS)
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .replaceAll(/\ba\/c\b/giu, 'ac'),
  )
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => splitCompound(word))
    .filter((word) => word !== '');
}

/** Without case, accents and nuktas, so that the two spellings of फ़ोन and of teléfono are one. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u093c]/gu, '')
    .toLowerCase();
}

const MAX_HEADING_CHARS = 200;

/** Heading ranks, best first; what no set names is 0, and a column that must hold something else is NEVER. */
export const NEVER = -1;
const MOBILE = 6;
const PHONE = 5;
const WHATSAPP = 4;
const CONTACT = 3;
const NUMBER = 2;
const SECONDARY = 1;

function words(list: string): ReadonlySet<string> {
  return new Set(fold(list).trim().split(/\s+/u));
}

const MOBILE_WORDS = words(`
  mobile mob mobil mobiles cell cellphone cellular msisdn movil celular telemovel handphone hp ponsel gsm
  मोबाइल मोबाईल भ्रमणध्वनी মোবাইল મોબાઇલ મોબાઈલ ਮੋਬਾਈਲ மொபைல் கைபேசி మొబైల్ ಮೊಬೈಲ್ മൊബൈൽ ମୋବାଇଲ موبائل
  جوال موبايل
`);
const PHONE_WORDS = words(`
  phone phones ph phn telephone tel tele telefon telefono telefone telepon fon फोन दूरभाष टेलीफोन ফোন ફોન
  ਫੋਨ போன் தொலைபேசி ఫోన్ ಫೋನ್ ഫോൺ ଫୋନ فون هاتف
`);
const WHATSAPP_WORDS = words(`
  whatsapp whatsap whats wa व्हाट्सएप व्हाट्सऐप
`);
const CONTACT_WORDS = words(`
  contact contacts dial dialing calling callee caller recipient संपर्क सम्पर्क
`);
const NUMBER_WORDS = words(`
  number numbers no nos num nbr नंबर नम्बर নম্বর નંબર ਨੰਬਰ எண் నంబర్ ಸಂಖ್ಯೆ
`);
/** Whose number it is does not make it another number. */
const OWNER_WORDS = words(`
  customer customers client lead leads party user member guest student patient borrower subscriber buyer
  applicant registered primary main my your the to personal call
`);
const SECONDARY_WORDS = words(`
  alt alternate alternative other secondary second emergency home office work landline residence res
  father mother guardian parent spouse nominee reference manager agent 2 3 4
`);
/** Beside a phone word these say that the column describes the phone, or the person behind it. */
const DESCRIBING_WORDS = words(`
  name person email mail id type status model brand make code date time amount verified address city count
  duration network operator provider source owner notes remarks consent dnd ext extension valid नाम
`);
/** Beside a bare "number" these say which other number it is. */
const OTHER_NUMBERS = words(`
  order account acct acc ac fax serial sr sl s pin pincode zip postal invoice inv bill policy loan ticket
  employee emp roll gst gstin pan aadhaar aadhar uid vehicle chassis registration reg flat house plot door
  unit ref batch room seat otp tracking awb txn transaction receipt card bank row line index age qty
  quantity price balance emi due
`);

const COMPOUND =
  /^(mobile|mob|cell|phone|ph|phn|tel|telephone|contact|whatsapp|wa|customer|client)(number|numbers|nos|no|num|phone)$/u;

function splitCompound(word: string): string[] {
  const parts = COMPOUND.exec(word);
  if (parts !== null) return parts.slice(1);
  // "Phone1" is two words; "2ndphone" and the like are left alone.
  return word.replace(/^(\p{L}{2,})(\d{1,2})$/u, '$1 $2').split(' ');
}

/** How surely a heading names the column of the numbers to call: higher is surer, 0 says nothing, NEVER rules it out. */
export function rankHeading(heading: string): number {
  const words = headingWords(heading);
  if (words.length === 0) return 0;
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  const kind = kindOf(words, has);
  if (has(DESCRIBING_WORDS)) return kind > 0 || has(OTHER_NUMBERS) || isOnly(words, DESCRIBING_WORDS) ? NEVER : 0;
  if (has(OTHER_NUMBERS) && kind <= CONTACT) return NEVER;
  return kind > 0 && has(SECONDARY_WORDS) ? SECONDARY : kind;
}

function kindOf(words: readonly string[], has: (set: ReadonlySet<string>) => boolean): number {
  // "Mo. No." and "M. No." are common in India, but "mo" and "m" alone could be anything.
  if (has(MOBILE_WORDS) || (['mo', 'm'].includes(words[0] ?? '') && NUMBER_WORDS.has(words[1] ?? ''))) return MOBILE;
  if (has(PHONE_WORDS)) return PHONE;
  if (has(WHATSAPP_WORDS)) return WHATSAPP;
  if (has(CONTACT_WORDS)) return CONTACT;
  if (!has(NUMBER_WORDS)) return 0;
  if (words.every((word) => NUMBER_WORDS.has(word))) return NUMBER;
  return words.every((word) => NUMBER_WORDS.has(word) || OWNER_WORDS.has(word)) ? CONTACT : 0;
}

function isOnly(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.every((word) => set.has(word));
}
