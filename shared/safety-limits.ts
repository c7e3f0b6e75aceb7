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
