import { ID_WORDS, OTHER_NUMBERS } from '../../columns/heading-words.ts';
import { foldTerm, MOBILE_TERMS, NUMBER_TERMS, PHONE_TERMS, termSet, WHATSAPP_TERMS } from '../phone-words.ts';

/** Signs that say "do not call": crosses, stop signs, skulls and muted bells. */
const SIGNS_AGAINST =
  /[\u2612\u26a0\u26b0\u26b1\u26d4\u2620\u2716-\u2718\u274c\u274e\u{1f44e}\u{1f480}\u{1f4f5}\u{1f507}\u{1f515}\u{1f645}\u{1f6ab}\u{1f6b7}\u{1f6d1}]/u;
/** Such warnings of several words. */
const PHRASES_AGAINST =
  /\bdo\s*n['o]?t\b|\bopt\w*[\s-]*out\b|\bno[\s-]+(?:more|longer|calls?|sms|contact|response)\b|\bhung\s+up\b|\bleft\s+(?:us|job|company)\b/iu;
/**
 * Words for a number that must not be called, or is not or never was this person's. Only their beginnings are listed,
 * because each has many endings.
 */
const WORDS_AGAINST =
  /^(?:n?dnc?d?|dncr|dnt|dont|not|never|nope|avoid|wrong|invalid|incorrect|bogus|fake|dummy|test$|spam|fraud|scam|old(?:er|est)?$|former|prev|earlier|past$|ex$|late$|deceas|dead|died|death|demise|expire|rip$|lost|stolen|switch|off$|unreach|unavailab|disconnect|deactiv|inactiv|block|blacklist|barred|bann|stop|unsub|optout|opted|unwilling|uninterest|refus|reject|cancel|duplicat|dup$|remov|delet|suppress|archiv|chang|replac|closed|discontinu|surrender|inoperat|nonwork|defunct|obsolete|abus|harass|complain|legal|galat|galt|puran|mat$|nahi|nahee|mana$|bandh?$|mrit|swarg|nako$|beda$|vendam?$|vaddu|chuki|khot[aio]$|fax|cr$|dr$)/u;
const NOT_LATIN_AGAINST = termSet(`
  नहीं नही मत ना मना गलत ग़लत पुराना पुरानी पुराने बंद बन्द मृत मृतक स्वर्गीय निधन देहांत रद्द नको चुकीचा चुकीची जुना जुनी जुने फैक्स
  ખોટો ખોટું ખોટી જૂનો જૂની બંધ નહીં નહિ ના મૃત ভুল পুরানো পুরনো বন্ধ না নয় মৃত తప్పు పాత వద్దు కాదు తప్పుడు தவறான தவறு பழைய வேண்டாம் இறந்த
  இல்லை ತಪ್ಪು ಹಳೆಯ ಬೇಡ ಇಲ್ಲ തെറ്റായ തെറ്റ് പഴയ വേണ്ട ਗਲਤ ਪੁਰਾਣਾ ਬੰਦ ਨਹੀਂ غلط پرانا بند نہیں مت خطأ قديم لا
`);
const NUMBERS = termSet(NUMBER_TERMS);
/** Words for telephones, and polite words beside one's own number. */
const HARMLESS = termSet(
  MOBILE_TERMS,
  PHONE_TERMS,
  WHATSAPP_TERMS,
  'contact call dial my me is at on pls plz please kindly self new current personal primary mr mrs ms shri smt sri ji sir madam hi hello',
);
/** Signs that distinguish nothing, not even columns of a table. */
const PLAIN_SIGNS = /^[\s.,:;=/|'"`()[\]{}<>_~\\-]*$/u;
/** What people write between two numbers of one person. */
const PLAINLY_PARTED = /^(?:[\s,;/|&()]|:::|\b(?:or|and)\b)*$/iu;
/** `98…/11`: the last digits of the second number. */
const LAST_DIGITS = /^\s*[/,&]\s*\d{1,4}\s*$/u;

/** What a cell says around its numbers. */
type Said =
  /** Nothing that could make it another person's number. */
  | 'nothing'
  /** That these are several numbers of one person. */
  | 'several'
  /** Other words: they may or may not say not to call. */
  | 'words'
  /** Not to call, or not a telephone. */
  | 'against';

/** `pieces` are the texts before, between and after a cell's numbers. */
export function saidAround(pieces: readonly string[]): Said {
  const all = pieces.join(' \n ');
  const words = wordsOf(all);
  if (SIGNS_AGAINST.test(all) || PHRASES_AGAINST.test(all) || words.some(isAgainst)) return 'against';
  // "Order no. 98…", "A/c 98…"
  const before = wordsOf((pieces[0] ?? '').replaceAll(/\ba\/c\b/giu, 'ac'));
  const named = before.findLast((word) => !NUMBERS.has(word)) ?? '';
  if (ID_WORDS.has(named) || (OTHER_NUMBERS.has(named) && !NUMBERS.has(named))) return 'against';
  if (pieces.length > 2) return pieces.every((piece) => PLAINLY_PARTED.test(piece)) ? 'several' : 'words';
  if (PLAIN_SIGNS.test(pieces[0] ?? '') && LAST_DIGITS.test(pieces[1] ?? '')) return 'several';
  return isHarmless(words) && PLAIN_SIGNS.test(all.replaceAll(/[\p{L}\p{M}]/gu, '')) ? 'nothing' : 'words';
}

function isAgainst(word: string): boolean {
  return WORDS_AGAINST.test(word) || NOT_LATIN_AGAINST.has(word);
}

/** "No" alone may mean "number" or a refusal. */
function isHarmless(words: readonly string[]): boolean {
  return words.every((word, at) => HARMLESS.has(word) || (at > 0 && NUMBERS.has(word)));
}

function wordsOf(text: string): string[] {
  return foldTerm(text).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}
