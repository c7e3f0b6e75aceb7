/**
 * Limits of what keeps phones silent: looking for campaigns that may ring, and the turns kept for that. As in
 * limits.ts, each has its unit in its name and its source beside it.
 */
/**
 * Ours: how often a create without an answer is looked for at first, so that it is found before a campaign made again
 * rings,
 */
export const LOOK_FIRST_SECONDS = 15;
/** and for how long at that pace. Exotel does not say how soon its list shows what was made. */
export const LOOK_FIRST_MINUTES = 20;
/** Ours: how often it is looked for after that, until its own end has passed. */
export const LOOK_LATER_SECONDS = 60;
/** Ours: how often from two hours on. */
export const LOOK_LAST_SECONDS = 300;
/** Ours: from when on looks are that rare. */
export const LOOK_LAST_HOURS = 2;
/**
 * Ours: how much later a campaign that is made again starts, so that everything made under its name is listed and
 * deleted by then.
 */
export const RELISTED_WITHIN_SECONDS = 900;
/** Ours: a reading begun this long after a create shows what it made. Ten minutes is the latest that was ever met. */
export const LISTED_WITHIN_SECONDS = 600;
/**
 * Ours: how long before its start a campaign that was made again is paused, unless a whole reading has shown it alone:
 * one pause an Exotel that asks for silence lets through, and a second.
 */
export const PROOF_LEAD_SECONDS = 180;
/** Ours: how long after its end a campaign counts as calling nobody. */
export const END_PASSED_SECONDS = 60;
/** Ours: unanswered actions in a row before a person is told; the next reading often finds them done. */
export const LOST_ACTIONS_SHOWN = 3;
/** Ours: requests that keep phones silent are tried again after this long, whatever `Retry-After` says. */
export const SAFETY_RETRY_SECONDS = 60;
/** Ours: a longer `Retry-After` is taken as a broken header, not as an instruction. */
export const LONGEST_PAUSE_SECONDS = 3_600;
/**
 * Ours: a longer wait for a turn is Exotel's silence, which a person is told of; our own budget gives a turn within a
 * minute.
 */
export const SILENCE_SHOWN_SECONDS = 120;
/** Ours: failed work is repeated after this, and after twice as long each further time, */
export const ALARM_RETRY_FIRST_SECONDS = 5;
/** up to this; the cron trigger comes as often. */
export const ALARM_RETRY_LONGEST_SECONDS = 300;
/** Ours: failures in a row before a person is told; that takes about two and a half minutes. */
export const ALARM_FAILURES_SHOWN = 5;
/** Ours: an alarm this overdue was lost. Cloudflare says that maintenance delays alarms by at most a minute. */
export const ALARM_OVERDUE_SECONDS = 120;
/**
 * Ours: no step of the engine is put off for longer; one that is was put off by a clock that has been turned back since.
 */
export const LONGEST_STEP_WAIT_SECONDS = 1_800;
/** Ours: imports that one cron trigger wakes; the others wait for the next. Cloudflare allows 1,000 subrequests. */
export const MAX_IMPORTS_WOKEN = 500;
/** Ours: how many of them at a time. */
export const MAX_IMPORTS_AT_ONCE = 25;
/** Ours: while everything is being stopped, how soon an import that is not quiet yet is asked again. */
export const HUSH_AGAIN_SECONDS = 2;
/** Ours: how long before calling hours close a campaign made elsewhere is paused; it is looked at once a minute. */
export const KEEPER_LEAD_SECONDS = 150;
/** Ours: clocks of one data centre differ by less. */
export const CLOCKS_DIFFER_SECONDS = 60;
/** Ours: how long the place of a campaign that waits for a turn is kept after the moment it was told to come back. */
export const WAITER_KEPT_SECONDS = 5;
/** Ours: nobody knows when requests under way will free their place, so whoever waits for one comes back this soon. */
export const TURN_POLL_MS = 250;
