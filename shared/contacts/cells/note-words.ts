import { foldTerm } from '../../phone/phone-words.ts';

const ASKED =
  'queries|query|quer(?:y|ies)|en?quir(?:y|ies)|inquir(?:y|ies)|details?|informations?|info|assistance|help|support|complaints?|feedback|clarifications?|doubts?|questions?|bookings?|reservations?|registrations?|appointments?|suggestions?|grievances?|issues?|problems?|emergenc(?:y|ies)|corrections?|use only|office use|internal use|official use|contact';
const KINDS_OF_ASKING =
  'any|all|more|further|other|additional|your|general|urgent|immediate|tech|technical|internal|official|sales|business|customer|billing|payment|kind|of|related';
const DONE =
  'prepared|generated|submitted|checked|verified|approved|compiled|authori[sz]ed|created|downloaded|exported|printed|shared|collected|updated|reviewed|maintained|issued|signed|extracted|published|uploaded|provided|reported|powered|entered';
const MADE =
  'report|list|data|file|sheet|document|record|records|this|is|was|the|last|system|auto|automatically|computer|and|duly';
const POLITE =
  'call|contact|reach|note|do|dial|whatsapp|connect|feel|ignore|write|mail|email|refer|send|share|update|confirm|revert';
/** How sentences begin in Hindi and Marathi; in the middle they may be a remark behind a name. */
const HINDI_SENTENCES =
  'संपर्क करें|संपर्क करे|सम्पर्क करें|सम्पर्क करे|संपर्क कीजिए|कॉल करें|फोन करें|तैयार किया|तैयार की|तैयारकर्ता|जाँच की|जांच की|जाँचकर्ता|जांचकर्ता|सत्यापित किया|प्रस्तुतकर्ता|प्रस्तुत कर्ता|द्वारा तैयार|द्वारा जारी|द्वारा प्रस्तुत|रिपोर्ट बनाने|सूची बनाने|जानकारी के लिए|पूछताछ के लिए|सहायता के लिए|शिकायत के लिए|कार्यालय उपयोग|संपर्क साधा|संपर्क करा|तयार केले|तयार करणार|माहितीसाठी';
const HINDI_BEFORE = 'अधिक|और|किसी|भी|प्रकार|तरह|की|या|कृपया|यह|रिपोर्ट|सूची|लिस्ट|फाइल|जानकारी|सहायता|हमें|हमसे';
const ANYWHERE =
  'के लिए संपर्क|के लिए सम्पर्क|द्वारा तैयार|द्वारा जारी|द्वारा प्रस्तुत|સંપર્ક કરો|સંપર્ક કરવો|તૈયાર કરનાર|যোগাযোগ করুন|ਸੰਪਰਕ ਕਰੋ|தொடர்பு கொள்ள|தொடர்புக்கு|సంప్రదించండి|ಸಂಪರ್ಕಿಸಿ|ബന്ധപ്പെടുക|ଯୋଗାଯୋଗ କରନ୍ତୁ|رابطہ کریں';
const HINDI_NOUNS =
  'हेल्पलाइन|हेल्प लाइन|हेल्पलाईन|हेल्पडेस्क|कस्टमर केयर|ग्राहक सेवा|ग्राहक सेवा केंद्र|ग्राहक सहायता|टोल फ्री|टोल फ़्री|संपर्क|सम्पर्क|संपर्क व्यक्ति|संपर्क सूत्र|पूछताछ|शिकायत|मुख्य कार्यालय|प्रधान कार्यालय|धन्यवाद|आभार|सादर|भवदीय|निवेदक|हस्ताक्षर|नोट|टिप्पणी|समाप्त|હેલ્પલાઇન|આભાર|હસ્તાક્ષર|નોંધ|হেল্পলাইন|ধন্যবাদ|যোগাযোগ|ਹੈਲਪਲਾਈਨ|ਧੰਨਵਾਦ|உதவி எண்|நன்றி|குறிப்பு|హెల్ప్‌లైన్|ధన్యవాదాలు|గమనిక|ಸಹಾಯವಾಣಿ|ಧನ್ಯವಾದಗಳು|ഹെൽപ്പ്‌ലൈൻ|ହେଲ୍ପଲାଇନ|ଧନ୍ୟବାଦ|ہیلپ لائن|شکریہ';
const TEAMS =
  'sales|support|marketing|accounts|admin|hr|service|services|crm|back office|operations|collections?|calling|tele ?calling|recovery|customer success|tele ?sales|business development';
const NOUNS = [
  'help ?lines?|help ?desk|hot ?line|customer (?:care|support|service|services|help ?line|relations|desk)|call cent(?:er|re)',
  '(?:tech|technical|sales|product|it|client|our|payment|billing) support|support|toll ?free|front desk|control room',
  'en?quir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|complaints?|grievances?|emergency|contacts?|contact person',
  '(?:head|main|regional|corporate|corp|registered|our) office',
  `(?:${TEAMS}) (?:team|dept|department|desk|division)|team (?:${TEAMS})`,
].join('|');
const THINGS =
  'no|nos|number|numbers|num|phone|phones|mobile|line|team|desk|executive|executives|cent(?:er|re)|only|here|us|hours|timings?|email|id|is|at|for|or|and|call|calls|on|whatsapp|details';
const CLOSING = 'thanks|thank you|regards?|with|warm|best|kind|kindest|many|and|n|a lot|so much|all|again|in advance';

/** Beginnings that are no person's name, whatever follows: who made the list, whom to ask, an end of a letter. */
export const SENTENCE = new RegExp(
  `^(?:${[
    `for (?:(?:${KINDS_OF_ASKING}) )*(?:${ASKED})`,
    `(?:(?:${MADE}) )*(?:${DONE})(?: (?:and |cum )?(?:${DONE}))* (?:by|on|from|at|date)`,
    `(?:please|pls|plz|kindly) (?:${POLITE})`,
    'contact (?:us|at|for|person)|call (?:us|on|at|for|now)|(?:reach|write to|whatsapp|message|mail|email|visit) us',
    'in case (?:of|you|any)|if (?:you|any|found)|(?:have )?any (?:quer(?:y|ies)|doubts?|questions?|issues?|problems?|complaints?)',
    'thank you|thanks for|thanks and regards|thanks regards|yours? (?:sincerely|faithfully|truly)|end of (?:the )?(?:list|report|file|data|document|sheet|records?|page)',
    'this is (?:a |an )?(?:computer|system|auto)|t and c|terms (?:and conditions|apply)|conditions apply|continued on|contd on|copyright',
  ].join('|')})(?: |$)|^(?:(?:${foldTerm(HINDI_BEFORE)}) )*(?:${foldTerm(HINDI_SENTENCES)})|${foldTerm(ANYWHERE)}`,
  'u',
);

/** Whole cells that name nobody, but for which a name may stand beside them. */
export const SIGNATURE = new RegExp(
  `^(?:(?=.*\\b(?:thanks|thank you|regards?)\\b)(?:${CLOSING})(?: (?:${CLOSING})){0,7}|sincerely|(?:authori[sz]ed )?(?:signatory|signature)(?: (?:and|of|with|seal|stamp|date|authority))*|contact person(?: (?:name|no|number|details))*)$`,
  'u',
);

/**
 * Whole cells that name a desk or a remark, but could also be how somebody is saved: only if nothing stands beside. Some
 * words can be read in two ways, so only a few are taken.
 */
export const DESK = new RegExp(
  `^(?:(?:our|the|company|x|national) )*(?:(?:${NOUNS})(?: (?:${THINGS}|${NOUNS})){0,4}|(?:important |please )?notes?|n b|nb|disclaimer|(?:the )?end|eof|page(?: (?:no|number))?(?: of)?|(?:strictly )?(?:private and )?confidential|(?:for )?(?:office|official|internal) use(?: only)?|(?:${foldTerm(HINDI_NOUNS)})(?: (?:${foldTerm('नंबर|नम्बर|नं|संख्या|क्रमांक|केंद्र|टीम')}))*)$`,
  'u',
);

/** Words that name a desk or a remark if a sign follows: "Note: …", "Regards, …"; and, with nothing behind, "Office:". */
export const BEFORE_A_SIGN =
  /^[^\p{L}]*(?:(?:help ?line|customer (?:care|support|service)|toll[ -]?free|help ?desk|note|n\.?b\.?|disclaimer|regards|thanks|contact person|नोट|हेल्पलाइन|धन्यवाद|सूचना)(?: (?:no|number|nos?)\.?)?(?:\s*[:,;–—]|\s+-)|(?:office|reception|manager|admin|accounts|sales|source|signed|sd|incharge|in-charge|co-?ordinator|supervisor|owner|कार्यालय|प्रबंधक)(?: (?:no|number)\.?)?\s*[:;–—]\s*$)/iu;

/** A row that shows how to fill in the list: left over from a template, with everything filled in. */
export const EXAMPLE =
  /^[^\p{L}]*(?:e\.\s?g\b\.?|eg[.:]|for example\b|example\s*(?:[:;–—-]|(?:row|entry|record|data|contact)?\W*$)|sample (?:row|entry|record|data|contact|only)\b|उदाहरण)|©/iu;

/** Of each of those in Indian letters, a part that is always written alike. */
export const INDIAN_STEMS =
  /द्वारा|प्रस्तुत|बनाने|उदाहरण|संपर्क|सम्पर्क|कॉल|फोन|फ़ोन|तैयार|तयार|जाँच|जांच|सत्यापित|जानकारी|माहिती|पूछताछ|सहायता|शिकायत|कार्यालय|हेल्प|कस्टमर|ग्राहक|टोल|धन्यवाद|आभार|सादर|भवदीय|निवेदक|हस्ताक्षर|नोट|टिप्पणी|सूचना|समाप्त|प्रबंधक|સંપર્ક|તૈયાર|હેલ્પ|આભાર|હસ્તાક્ષર|નોંધ|যোগাযোগ|হেল্প|ধন্যবাদ|ਸੰਪਰਕ|ਹੈਲਪ|ਧੰਨਵਾਦ|தொடர்பு|உதவி|நன்றி|குறிப்பு|సంప్రదించ|హెల్ప్|ధన్యవాద|గమనిక|ಸಂಪರ್ಕ|ಸಹಾಯ|ಧನ್ಯವಾದ|ബന്ധപ്പെ|ഹെൽപ്പ്|ଯୋଗାଯୋଗ|ହେଲ୍ପ|ଧନ୍ୟବାଦ|رابطہ|ہیلپ|شکریہ/u;

/** The four letters that begin one of these, with `_` for a space, so that few names are decoded. */
export const BEGINNINGS = `
  t&c_ term cond copy e.g. e.g_ e._g e.g: e.g, eg._ eg:_ exam samp prep repo list data file shee docu reco this the_ is_ was_ last syst auth auto comp and_ duly gene subm chec veri
  appr crea down expo prin shar coll upda revi main issu sign extr publ uplo prov powe ente for_ plea pls_ plz_
  kind cont call reac writ what mess mail emai visi in_c if_y if_a if_f any_ have than your regi end end_ end-
  end* sinc with warm best many rega help hotl cust our_ tech sale prod it_s clie paym bill supp toll fron enqu
  inqu quer grie emer head corp mark acco admi hr_t hr_d serv crm_ back oper tele reco busi team x_he x7_h x7_c
  x7_s x_7_ nati impo note n.b. n.b: nb nb:_ nb_: disc eof page stri priv conf offi rece mana sour sd: sd_: sd/-
  inch in-c coor co-o supe owne
`;
