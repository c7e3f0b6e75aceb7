import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/** How one call, or a number's whole schedule, ended. */
export type CallStatus =
  | 'in_progress'
  | 'completed'
  | 'busy'
  | 'no_answer'
  | 'failed'
  | 'dnd'
  | 'invalid'
  | 'not_attempted'
  /** Our word, never Exotel's: the campaign is over and nothing says what happened to the number. */
  | 'unaccounted'
  /** Also ours: taken out before its campaign was sent. */
  | 'suppressed'
  | 'unknown';

/**
 * Exotel writes the same status in different ways: `Created`, `in-progress`, `InProgress`, `no-answer`, `no_answer`.
 */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}

const CAMPAIGN_WORDS: Readonly<Record<string, CampaignState>> = {
  created: 'created',
  scheduled: 'created',
  inprogress: 'in_progress',
  running: 'in_progress',
  started: 'in_progress',
  paused: 'paused',
  completed: 'completed',
  failed: 'failed',
  canceled: 'canceled',
  cancelled: 'canceled',
  deleted: 'deleted',
  archived: 'archived',
};

const CALL_WORDS: Readonly<Record<string, CallStatus>> = {
  queued: 'in_progress',
  initiated: 'in_progress',
  ringing: 'in_progress',
  inprogress: 'in_progress',
  answered: 'in_progress',
  completed: 'completed',
  busy: 'busy',
  noanswer: 'no_answer',
  failed: 'failed',
  canceled: 'failed',
  cancelled: 'failed',
  faileddnd: 'dnd',
  dnd: 'dnd',
  dndfiltered: 'dnd',
  // Exotel's own list of people who refused this account.
  blacklisted: 'dnd',
  failedblacklisted: 'dnd',
  invalid: 'invalid',
  failedinvalid: 'invalid',
  // Messages: there is no answer to wait for, so a sent message is done.
  scheduled: 'in_progress',
  submitted: 'in_progress',
  sent: 'completed',
  delivered: 'completed',
  undelivered: 'failed',
  rejected: 'failed',
  failedexpired: 'failed',
  failednobalance: 'failed',
  failedspamdetected: 'failed',
  failednoattempt: 'not_attempted',
  notattempted: 'not_attempted',
};

/** Own keys only, so that a status of "constructor" does not find a built-in function. */
function wordOf<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = bare(word);
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The person is on Exotel's blacklist or opted out. A DLT template may be blacklisted too; that concerns no person. */
export function saysBlacklisted(word: string): boolean {
  const said = bare(word);
  return /blacklist|optedout|optout/.test(said) && !/template|entity|sender/.test(said);
}

export function toCampaignState(word: string): CampaignState {
  return wordOf(CAMPAIGN_WORDS, word) ?? 'unknown';
}

const MAX_DETAIL_CHARS = 64;

/** Words for failed calls that say more than our status; kept as the reason that people read. */
export function toCallDetail(...words: readonly string[]): string | null {
  if (words.some((word) => toCallStatus(word) === 'completed')) return null;
  const telling = words.findLast((word) => {
    const status = toCallStatus(word);
    return word !== '' && (status === 'failed' || status === 'unknown') && bare(word) !== status;
  });
  return telling?.slice(0, MAX_DETAIL_CHARS) ?? null;
}

export function toCallStatus(word: string): CallStatus {
  return wordOf(CALL_WORDS, word) ?? 'unknown';
}
