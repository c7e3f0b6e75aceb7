import type { CallStanding } from '../../../screens/confirm/test-call/call-standing.ts';
import { formatCount } from '../../format-number.ts';

const standings: Record<CallStanding, string> = {
  sending: 'Exotel is being told.',
  queued: 'Your phone will ring.',
  held: 'Something holds it up. Look at this call.',
  ended_unrung: 'It was stopped before your phone rang.',
  dialling: 'Your phone is ringing.',
  retrying: 'It rings once more.',
  completed: 'You answered.',
  no_answer: 'You did not answer.',
  busy: 'Your line was busy.',
  failed: 'Your phone was not reached.',
  dnd: 'Not called: the number is registered as do-not-disturb.',
  invalid: 'Exotel does not take this number.',
  not_attempted: 'Exotel did not call.',
  unaccounted: 'Exotel does not say what became of it.',
  suppressed: 'Not called: the number came onto the do-not-call list.',
};

/** One's own phone, before others'. */
export const testCall = {
  open: 'Call my own number first',
  title: 'Call my own number',
  number: 'My number',
  hint: 'Your phone rings once, in about three minutes. It counts in no result and no cap.',
  hears: (row: number) => `You hear the text above, as said to the person of row ${formatCount(row)}.`,
  hearsNobody: 'You hear the text without anybody’s values.',
  press: 'Call this number',
  pressing: 'Calling…',
  ringsAt: (when: string) => `At about ${when}.`,
  closed: (when: string) => `Calling hours are over. They open ${when}.`,
  inDoubt: 'It may ring all the same. Press again: it stays one call.',
  see: 'See this call',
  standings,
};
