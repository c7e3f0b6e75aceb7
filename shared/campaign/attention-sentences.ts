import type { BrakeFigure } from '../people/health-brake.ts';
import type { AttentionFacts, AttentionStory, FactsOf } from './attention-facts.ts';

const HEALTH: Readonly<Record<BrakeFigure, (percent: number, limit: number) => string>> = {
  connectRate: (percent, limit) => `only ${percent} % of calls were answered, less than ${limit} %.`,
  dndShare: (percent, limit) => `${percent} % of calls were refused as do-not-disturb, more than ${limit} %.`,
  shortShare: (percent, limit) => `${percent} % of answered calls lasted under five seconds, more than ${limit} %.`,
  deliveryRate: (percent, limit) => `only ${percent} % of messages were delivered, less than ${limit} %.`,
};

const SENTENCES: { readonly [Story in AttentionStory]: (facts: FactsOf<Story>) => string } = {
  held: ({ words }) => `Launching waits: ${words} Correct it, then resume, or stop the import.`,
  health_brake: ({ figure, percent, limit, calls, minutes }) =>
    `Paused by itself: ${HEALTH[figure](percent, limit)} Of ${calls} that ended in the last ${minutes === 1 ? 'minute' : `${minutes} minutes`}. Look at the list and the caller id before you resume.`,
  worker_failing: ({ failures, minutes }) =>
    `The Worker has failed at this import ${failures} times in a row, for ${minutes} minutes. It tries again every few minutes. Look for "import_alarm_failed" in its log; pause or stop in Exotel's dashboard what must not call meanwhile.`,
  exotel_silent: ({ until }) =>
    `Exotel takes no requests of this account until ${until}: it sent too many. Until then nothing is started, resumed or counted here. Pause and Stop are tried all the same.`,
  refused: ({ seq, words, list }) =>
    list === null
      ? `Campaign ${seq} was not started: ${ended(words)} Fix it and send it again, link the campaign if it exists at Exotel, or give it up: then its contacts are not called.`
      : `Campaign ${seq} was not started: List "${list}": ${ended(words)} Send it again, or give it up: then its contacts are not called.`,
  paused_elsewhere: ({ seq }) =>
    `Campaign ${seq} was paused at Exotel. It calls nobody until it is resumed: press resume here, or resume it there.`,
  maybe_twice: ({ seq }) =>
    `Campaign ${seq} may exist twice: the answer to making it was lost, and Exotel's list of campaigns cannot be read to its end. It is paused, and goes on by itself once that list shows no second one. If this stays, look in Exotel's dashboard, or stop the import.`,
  deleted_elsewhere: ({ seq, before }) =>
    before
      ? `Campaign ${seq} was deleted at Exotel before it began: none of its contacts was called.`
      : `Campaign ${seq} is no longer at Exotel. What became of its contacts is known only as far as it was reported.`,
  heard_changed: ({ seq }) =>
    `Campaign ${seq} was changed after Start: its people hear what the campaign says now, not the text shown with this import.`,
  list_slow: ({ list, minutes }) =>
    `List "${list}" was sent to Exotel ${minutes === 1 ? '1 minute' : `${minutes} minutes`} ago and is not ready yet. Its campaign waits for it; the others go on.`,
  list_partly_taken: ({ list, contacts, missing }) =>
    `Exotel took ${contacts - missing} of the ${contacts} contacts of list "${list}" and does not name the others: they are not called.`,
  list_left: ({ list }) =>
    `Exotel does not let list "${list}" be deleted. No campaign calls it; delete it in Exotel's dashboard.`,
  in_doubt_long: ({ seq, minutes }) =>
    `Campaign ${seq}: Exotel has not said for ${minutes} minutes whether it exists. It is looked up again and again; nothing is sent twice. Look at Exotel's dashboard if this stays.`,
  being_made: ({ seq }) =>
    `Campaign ${seq} is being made at Exotel at this moment. It is silenced as soon as Exotel has made it.`,
  looked_for: ({ seq, minutes, minutesLeft }) =>
    `Campaign ${seq} may exist at Exotel: the answer to making it was lost ${minutes} minutes ago. It is looked for, and silenced as soon as Exotel shows it. After ${minutesLeft} more minutes it can call nobody.`,
  press_refused: ({ seq, press, words }) =>
    press === 'resume'
      ? `Campaign ${seq} is not resumed: ${ended(words)} It is tried again. Look at Exotel's dashboard if this stays.`
      : `Campaign ${seq} is not silent yet: ${ended(words)} It is tried again and again. To be sure, ${press} it in Exotel's dashboard.`,
  waits_for_hours: ({ seq, opens }) =>
    `Campaign ${seq} is resumed when calling hours open, at ${opens}. Until then it calls nobody.`,
  not_moving: ({ seq, minutes }) =>
    `Campaign ${seq} has reported nothing new for ${minutes} minutes. Look at Exotel's dashboard, or stop the import.`,
  not_started: ({ seq, minutes }) =>
    `Campaign ${seq} should have started ${minutes} minutes ago. Look at Exotel's dashboard, or stop the import.`,
  unaccounted: ({ seq, contacts, totals }) =>
    `Campaign ${seq}: Exotel gave no result for ${contacts === 1 ? '1 contact' : `${contacts} contacts`}.${totals == null ? '' : ` It counts ${totals.dnd} on do-not-disturb, ${totals.invalid} not valid and ${totals.notAttempted} not attempted, without names.`} Download Results to see who.`,
};

/** The sentence that people read: what happened, then what to do. */
export function attentionSentence<Story extends AttentionStory>(facts: AttentionFacts & FactsOf<Story>): string {
  const sentence: (facts: FactsOf<Story>) => string = SENTENCES[facts.story];
  return sentence(facts);
}

/** Exotel ends its descriptions without a full stop. */
function ended(description: string): string {
  return /[.!?]$/.test(description) ? description : `${description}.`;
}
