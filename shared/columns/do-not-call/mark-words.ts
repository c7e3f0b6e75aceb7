import { digitOf } from '../../contacts/cells/status-mark.ts';
import { foldTerm, termSet } from '../../phone/phone-words.ts';

/** Longest text of a cell that is judged; a remark says it in its beginning. */
const MAX_MARK_CHARS = 300;

/**
 * What a cell says about calling the person. `asked`: words that say not to call. `fine`: words that say it is allowed,
 * such as "non DND". `empty`: nothing, or the likes of "NA".
 */
export type MarkWord = 'asked' | 'fine' | 'yes' | 'no' | 'empty' | 'other';

const YES = termSet(`
  yes y ya yep yeah true t 1 on ✓ ✔ ☑ ✅ haan haa han ha hn ji हाँ हां हा जी सही होय હા হ্যাঁ ஆம் అవును ಹೌದು അതെ ਹਾਂ ହଁ ہاں
  active activated enabled registered checked ticked set applicable given granted agreed accepted subscribed consented
`);
const NO = termSet(`
  no n nope false f 0 off ✗ ✘ ✕ ❌ ☐ nahi nahin nahee nai naa नहीं नही ना न नाही નહીં ના না இல்லை కాదు ಇಲ್ಲ ഇല്ല അല്ല ਨਹੀਂ ନା نہیں
  inactive deactivated disabled unregistered unchecked unset denied refused declined rejected withdrawn revoked
`);
/** A yes that cannot mean anything else, unlike "active" or "1". */
const PLAIN_YES = termSet('yes y true ✓ ✔ ☑ ✅ haan हाँ हां');
const EMPTY =
  /^(?:n\.?\/?a\.?|null|none|nil|na na|not (?:available|applicable|known|given|provided|sure)|unknown|[-–—._?~*/]+|#n\/a|tbd|undefined|blank|अनुपलब्ध)$/iu;

const REACH = '(?:call|phone|dial|ring|contact|disturb|message|msg|sms|text|whatsapp|bother|approach)';
const REACHED = '(?:called|phoned|dialled|dialed|rung|contacted|disturbed|messaged|texted|bothered|approached)';
/** "Never called" and "not contacted" say what happened, not what somebody asked for. */
const ASKED = new RegExp(
  [
    `\\b(?:do not|dont|donot|donnot|do nt|please not|never|not to|should not|shouldnt|must not|mustnt|dnt|will not|cannot|pls dont) (?:ever |again |please |pls )?${REACH}\\b`,
    `\\b(?:not|never|do not|dont|does not|doesnt|should not|must not|cannot|cant|wants? not|refused|refuses) (?:to |want to |wants to |wish to |like to )?be ${REACHED}\\b`,
    `\\b(?:do not|dont|does not|doesnt|did not|didnt|no longer|not) (?:want|wants|wish|need|like|accept|interested in)(?: to (?:get|receive|have|take))?(?: more| any more| any further| further| any)? (?:calls?|calling|phone calls?|sms|messages?|contact)\\b`,
    `\\b(?:stop|no more|no further|no) (?:calls|calling|messages|messaging|sms|marketing|phoning|contacting)\\b`,
    `\\b(?:stop|refused|refuses) (?:all |any |the |further )?(?:calls?|calling|contact)\\b`,
    `\\b(?:opt|opted|opts|opting|optd) ?out\\b|\\boptout\\b|\\bunsub(?:s|scribed?|scribes|scription)?\\b`,
    `\\b(?:black|block) ?list(?:ed)?\\b|\\btake (?:me |him |her |them |this )?off\\b`,
    `\\bremove (?:me|him|her|number|my number|from (?:the )?(?:list|database|data))\\b`,
    `\\b(?:call|phone|fon|contact|sampark|msg|message|sms) (?:mat|na|nako) (?:kar|kr|ki|lag)`,
    `\\b(?:call|phone|fon|contact|sampark|msg|message|sms) (?:nahi|nahin|nai|nahee) (?:karn[aie]|krn[aie]|karo|kare|karen|karein|kijiye|chahiye)\\b`,
    `\\b(?:call|phone|fon|contact) (?:mat|nako|band|bandh)\\b|\\bmana (?:kiya|kar|kia)\\b|\\bdonotcall\\b`,
  ].join('|'),
  'u',
);
/** "कॉल न करें", and not "कॉल नहीं किया", which says what happened. */
const HINDI_ASKED = new RegExp(
  [
    ['(?:कॉल|काल|फोन|संपर्क|सम्पर्क|मैसेज|संदेश|एसएमएस) (?:न|ना|मत|नहीं|नको|नका)', ' (?:करन|करो|कर(?! (?:पा|सक)))'],
    ['(?:कॉल|काल|फोन|संपर्क|सम्पर्क) (?:नको|बंद|(?:करने से|के लिए) मना|नहीं चाहिए|करू नका|करु नका|करू नये)'],
    ['मना (?:किया|कर)|परेशान (?:न|मत)|डीएनडी|डी एन डी|ऑप्ट आउट'],
  ]
    .map((parts) => parts.map(foldTerm).join(''))
    .join('|'),
  'u',
);
/** Registers of people who must not be called. */
const REGISTER = '(?:dnd|dnc|ndnc|dncr|ndncr|nccp|tps|ctps)';
const REGISTERED = new RegExp(`\\b${REGISTER}\\b`, 'u');
/** "Non DND", "not in DND", "DND: no", "DND removed". */
const CLEARED = new RegExp(
  [
    `\\b(?:non|not|no|never|without|isnt|out of|free of|free from)(?: (?:in|on|a|an|the|under|registered|for|with|any)){0,2} ${REGISTER}\\b`,
    `\\b${REGISTER}(?: (?:is|status|was|list|number|flag|registered|active|check|checked)){0,2} (?:no|n|not|nil|off|free|clear|cleared|clean|scrubbed|removed|deactivated|inactive|disabled|unregistered|false|safe|0|nahi|nahin|नही|ना)\\b`,
  ].join('|'),
  'u',
);

/** The words of a cell, in one spelling, with single spaces. */
function foldMark(text: string): string {
  return foldTerm(
    text
      .slice(0, MAX_MARK_CHARS)
      .normalize('NFKC')
      .replaceAll(/[\p{Cf}\u{fe0f}]/gu, '')
      .replaceAll(/(?<=\p{L})['\u2019`]\s?(?=\p{L})/gu, '')
      .replaceAll(/\bd[.\s]n[.\s]([dc])\b\.?/giu, 'dn$1'),
  )
    .replaceAll(/[^\p{L}\p{M}\p{N}✓✔☑✅✗✘✕❌☐]+/gu, ' ')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .trim();
}

const CHANCES =
  /dn[dc]|d[.\s]n[.\s][dc]|tps|nccp|n[o'\u2019`]?t|never|stop|opt|unsub|list|tak|remov|refus|more|further|no\b|mat|na|mana|band|[\u0900-\u0963]/iu;

/** Whether a text says not to call the person, wherever in it. */
export function saysNotToCall(text: string): boolean {
  if (text.length < 3 || !CHANCES.test(text)) return false;
  return wordOf(foldMark(text)) === 'asked';
}

/** "Yes" beside words that say not to call, and nothing that could be about something else. */
export function isPlainYes(cell: string): boolean {
  return PLAIN_YES.has(foldMark(cell));
}

/** What a whole cell says. */
export function markWord(cell: string): MarkWord {
  const text = cell.trim();
  if (text === '') return 'empty';
  const folded = foldMark(text);
  const said = wordOf(folded);
  if (said !== null) return said;
  const alone = folded.replace(/^(-?\d+) 0+$/u, '$1');
  if (YES.has(alone)) return 'yes';
  if (NO.has(alone)) return 'no';
  if (EMPTY.test(text)) return 'empty';
  if (/^not (?:active|activated|registered|enabled|set|checked|given|agreed|subscribed|allowed|ok)$/u.test(folded))
    return 'no';
  // "Yes (12 Nov)" and "Y - by phone": a word, and then what was noted beside it.
  const [, first = ''] = /^\s*(\p{L}{1,5})\s*[,;:.([{/\u2013\u2014-]/u.exec(text) ?? [];
  const noted = foldTerm(first);
  return noted !== '' && YES.has(noted) ? 'yes' : noted !== '' && NO.has(noted) ? 'no' : 'other';
}

function wordOf(folded: string): 'asked' | 'fine' | null {
  if (REGISTERED.test(folded)) return CLEARED.test(folded) && !ASKED.test(folded) ? 'fine' : 'asked';
  if (/\b(?:not|never|non|no) (?:opted? ?out|unsubscribed|black ?listed|optout)\b/u.test(folded)) return 'fine';
  if (ASKED.test(folded) || HINDI_ASKED.test(folded)) return 'asked';
  if (/^stop(?: all| it| now)?$/u.test(folded)) return 'asked';
  return null;
}
