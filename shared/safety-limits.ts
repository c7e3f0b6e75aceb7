/**
 * Caps of what keeps a phone silent: looking for what may ring, and the turns kept for it.
 * Each has its unit in its name and its source beside it, as in limits.ts.
 */
/** Ours: how often a create without an answer is looked for at first; it is found before a campaign made again rings. */
export const LOOK_FIRST_SECONDS = 15;
/** Ours: and for how long at that pace. Exotel names no time by which its list shows what was made. */
export const LOOK_FIRST_MINUTES = 20;
/** Ours: how often it is looked for after that, until its own end has passed. */
export const LOOK_LATER_SECONDS = 60;
/** Ours: from two hours on. */
export const LOOK_LAST_SECONDS = 300;
/** Ours: when looks become that rare. */
export const LOOK_LAST_HOURS = 2;
/** Ours: a campaign made again starts this long after that, so that whatever was made under its name is listed, and deleted. */
export const RELISTED_WITHIN_SECONDS = 900;
/** Ours: a campaign calls nobody once its end has passed by this much. */
export const END_PASSED_SECONDS = 60;
/** Ours: actions in a row without an answer before a person is told; the next reading often finds them done. */
export const LOST_ACTIONS_SHOWN = 3;
/** Ours: whatever `Retry-After` says, what keeps phones silent is tried again after this long. */
export const SAFETY_RETRY_SECONDS = 60;
/** Ours: a turn that comes later than this is Exotel's silence, which a person is told of; our own budget turns within a minute. */
export const SILENCE_SHOWN_SECONDS = 120;
/** Ours: work that failed is tried again after this long, then after twice as long, and so on. */
export const ALARM_RETRY_FIRST_SECONDS = 5;
/** Ours: up to this; the cron trigger comes by as often. */
export const ALARM_RETRY_LONGEST_SECONDS = 300;
/** Ours: failures in a row before a person is told; they take some two and a half minutes. */
export const ALARM_FAILURES_SHOWN = 5;
/** Ours: an alarm this long over its time was lost. Cloudflare names a minute as the most an alarm is late in maintenance. */
export const ALARM_OVERDUE_SECONDS = 120;
/** Ours: imports woken by one cron trigger; what is beyond has its turn at the next. Cloudflare allows 1,000 subrequests. */
export const MAX_IMPORTS_WOKEN = 500;
/** Ours: of them, so many at a time. */
export const MAX_IMPORTS_AT_ONCE = 25;
/** Ours: while everything is being stopped, whoever is not quiet yet is asked again after this long. */
export const HUSH_AGAIN_SECONDS = 2;
/** Ours: a campaign made elsewhere is paused this long before calling hours close; it is looked at once a minute. */
export const KEEPER_LEAD_SECONDS = 150;
