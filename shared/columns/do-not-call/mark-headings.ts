import { foldTerm, termSet } from '../../phone/phone-words.ts';
import { headingWords } from '../heading-words.ts';
import { saysNotToCall } from './mark-words.ts';

/** What the cells of a column mean, by its heading alone, so that every reading of a file agrees. */
export type MarkSense =
  /** "Do not call", "DND", "Opted out": a yes leaves the person out. */
  | 'marks'
  /** "Exclude", "Deceased", "Wrong number": the same, if its cells say yes and no. */
  | 'may_mark'
  /** "Call? (Y/N)", "OK to call", "Consent to call": a no leaves the person out. */
  | 'allows'
  /** "Consent", "Subscribed": the same, but it may be about something else. */
  | 'may_allow'
  /** "Status", "Remarks": only words such as "DND" leave the person out. */
  | 'words'
  /** Any other heading: the same words, and a yes, since such words stand beside it. */
  | 'other';

/** Words that say not to call; those in the heading of a telephone are judged elsewhere. */
const MARKS = termSet(`
  dnd dnc ndnc dncr optout opted unsubscribe unsubscribed unsub blacklist blacklisted blocklist blocklisted suppress suppressed
  suppression डीएनडी
`);
const MARKS_PHRASE =
  /\b(?:opt(?:ed|s)?|opting) ?out\b|\b(?:black|block) list(?:ed)?\b|^(?:no|stop|skip|avoid|exclude|block)(?: (?:all|any|more|further|from))? (?:calls?|calling|contact|dialing|dialling|campaigns?|marketing)\b/u;
/** About something else than being called: an e-mail, when it was looked up, or a number of such rows. */
const ELSEWHERE = termSet(`
  email emails mail mails newsletter newsletters post postal letter letters fax push count total counts 
  until till expiry expires id ids
`);
const CALLS = String.raw`(?:call|calls|called|calling|callable|contact|contacted|contactable|contacting|dial|dialed|dialled|phone|phoned|reach|message|messages|sms|whatsapp|telecall|telecalling|marketing|communication|communications)`;
const ALLOWS = new RegExp(
  [
    String.raw`\b(?:can|may|ok|okay|allow|allows|allowed|permit|permits|permitted|permission|consent|consents|consented|agree|agrees|agreed|happy|willing|wants|safe|able|eligible|ready|good|fit|free|cleared)\b.*\b${CALLS}\b`,
    String.raw`^${CALLS}\b.*\b(?:allowed|permitted|permission|consent|ok|okay|agreed|approved|eligible)\b`,
    String.raw`^(?:call|to call|to be called|should (?:we |i )?call|should be called|call this|call them|call him|call or not|call y n|call yes no|callable|contactable|include|include in calls?|call karna|call karein|call kare|call karna hai)(?: (?:y n|yes no|y|yes|or not|true false|0 1|1 0|hai|haan na))*$`,
    String.raw`\b(?:opt|opted) ?in\b.*\b${CALLS}\b|\b${CALLS}\b.*\b(?:opt|opted) ?in\b`,
    String.raw`^(?:is )?(?:callable|contactable)\b`,
  ].join('|'),
  'u',
);
const MAY_ALLOW =
  /^(?:is |has |have )?(?:customer |client |lead |user |member |student )?(?:opt ?in|opted ?in|optin|subscribed|subscriber|consent|consented|consent given|permission|permission given|permitted|agreed|include|included|exclude not)(?: (?:y n|yes no|status|flag|given|received))*$/u;
/** What was done or is planned: "Called (Y/N)" is about the past. */
const DONE = termSet(`
  called contacted done made attempt attempts attempted date time day last next first count duration back callback result outcome
  by answered connected picked missed number centre center log id type reason response notes
`);
/** These ask when, not whether. */
const WHEN = termSet('time times date day days hour hours slot when till until');
const STATUS = termSet(`
  status statuses stts sts stage stages disposition dispositions dispo subdisposition remark remarks rmk rmks comment comments
  note notes feedback response responses reply result results outcome outcomes flag flags tag tags label labels category
  segment list preference preferences instruction instructions action actions reason reasons type class group observation
  स्थिति स्थिती स्टेटस अवस्था टिप्पणी रिमार्क रिमार्क्स नोट कैफियत चरण प्रतिक्रिया शेरा स्टेज
`);
const HINDI_ALLOWS = new RegExp(
  foldTerm('^(?:कॉल|फोन|संपर्क)(?: (?:कर|करना|करे|करनी|की|के|हाँ|हा|ना|नहीं|या|है|हैं|सकते|सकता|अनुमति|सहमति))+$'),
  'u',
);
/** Why, by whom or whence is said of those who asked; with weaker words it is about something else. */
const CIRCUMSTANCES = termSet('reason reasons by source');
const MAY_MARK =
  /^(?:is |to be )?(?:exclude|excluded|skip|skipped|omit|omitted|ignore|leave out|left out|do not include|deceased|died|(?:wrong|invalid) (?:no|number|phone|mobile)|(?:no|number|phone|mobile) (?:is )?(?:wrong|invalid))(?: (?:y n|yes no|flag|status))*$/u;

export function markSense(heading: string): MarkSense {
  const said = headingWords(heading);
  const text = said.join(' ');
  if (text === '') return 'other';
  const isElsewhere = said.some((word) => ELSEWHERE.has(word));
  // "No. calls" is a count.
  const isCount = /\bno\.\s*(?:of\s*)?calls?\b/iu.test(heading);
  const isStrong = said.some((word) => MARKS.has(word)) || /\bopt(?:ed)? out\b/u.test(text);
  if (!isStrong && said.some((word) => CIRCUMSTANCES.has(word))) return wordsOrOther(said);
  const says = !isCount && (MARKS_PHRASE.test(text) || said.some((word) => MARKS.has(word)) || saysNotToCall(text));
  if (says && !isElsewhere && !/\bopted? ?in\b/u.test(text)) return isNegated(text) ? 'may_allow' : 'marks';
  if (!isElsewhere && ALLOWS.test(text) && !isDone(said)) return 'allows';
  if (!isElsewhere && HINDI_ALLOWS.test(text)) return 'allows';
  if (!isElsewhere && MAY_ALLOW.test(text)) return 'may_allow';
  if (MAY_MARK.test(text)) return 'may_mark';
  return wordsOrOther(said);
}

function wordsOrOther(said: readonly string[]): MarkSense {
  return said.some((word) => STATUS.has(word)) ? 'words' : 'other';
}

/** "Non DND", "Not opted out"; "DND / Non DND" is answered by its values. */
function isNegated(text: string): boolean {
  const negated =
    /\b(?:non|not|never|without) (?:in |on )?(?:dnd|dnc|ndnc|opt(?:ed)? out|blacklisted|unsubscribed|suppressed)\b/u;
  return negated.test(text) && !words(text.replace(negated, ' ')).some((word) => MARKS.has(word));
}

function words(text: string): string[] {
  return text.split(' ');
}

function isDone(said: readonly string[]): boolean {
  if (said.some((word) => WHEN.has(word))) return true;
  const text = said.join(' ');
  const isPlan = /\b(?:be (?:called|contacted)|ok|okay|allow(?:ed)?|permission|consent|can|may|should)\b/u.test(text);
  return !isPlan && said.some((word) => DONE.has(word));
}
