import type { Channel } from '../template/template-schema.ts';
import type { Outcome } from './outcomes.ts';

const CALLS: Readonly<Record<Outcome, string>> = {
  completed: 'Completed',
  no_answer: 'No answer',
  busy: 'Busy',
  failed: 'Failed',
  dnd: 'Do not disturb',
  invalid: 'Rejected by Exotel',
  not_attempted: 'Not called',
  unaccounted: 'No result from Exotel',
  suppressed: 'Asked not to be called',
  dialling: 'Being called',
  retrying: 'To be retried',
  queued: 'Waiting',
};

const MESSAGES: Readonly<Record<Outcome, string>> = {
  ...CALLS,
  completed: 'Sent',
  not_attempted: 'Not sent',
  dialling: 'On its way',
};

/** Outcomes as people read them in English, the same on screens and in downloads. */
export const OUTCOME_WORDS: Readonly<Record<Channel, Readonly<Record<Outcome, string>>>> = {
  voice: CALLS,
  sms: MESSAGES,
};
