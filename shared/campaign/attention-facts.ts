import { z } from 'zod';
import { BRAKE_FIGURES } from '../people/health-brake.ts';

const seq = z.int().min(1);
const minutes = z.int().min(0);
const contacts = z.int().min(0);
const list = z.string();
/** `code` is the reason; `words` are Exotel's own, or ours if it gave none. */
const refusal = { code: z.string(), words: z.string() };

/** What waits for a person or what one should know, with its facts. Contacts and minutes are whole numbers. */
export const attentionFactsSchema = z.discriminatedUnion('story', [
  z.object({ story: z.literal('held'), ...refusal }),
  /**
   * The import was paused because the share crossed the team's limit. `calls` ended in so many minutes; messages, if
   * the figure is the delivery.
   */
  z.object({
    story: z.literal('health_brake'),
    figure: z.enum(BRAKE_FIGURES),
    percent: z.number(),
    limit: z.number(),
    calls: contacts,
    minutes,
  }),
  /** The Worker's own work for the import fails again and again. */
  z.object({ story: z.literal('worker_failing'), failures: z.int().min(1), minutes }),
  /** Exotel asked for no requests before `until`, local time of the account: `2026-11-30 09:00`. */
  z.object({ story: z.literal('exotel_silent'), until: z.string() }),
  /** `list` is set if its list was refused, so that the campaign was never made. */
  z.object({ story: z.literal('refused'), seq, ...refusal, list: list.nullable() }),
  z.object({ story: z.literal('paused_elsewhere'), seq }),
  /** It was made again, and is paused until Exotel's list shows that there is no second one. */
  z.object({ story: z.literal('maybe_twice'), seq }),
  z.object({ story: z.literal('deleted_elsewhere'), seq, before: z.boolean() }),
  z.object({ story: z.literal('heard_changed'), seq }),
  z.object({ story: z.literal('list_slow'), list, minutes }),
  z.object({ story: z.literal('list_partly_taken'), list, contacts, missing: contacts }),
  z.object({ story: z.literal('list_left'), list }),
  z.object({ story: z.literal('in_doubt_long'), seq, minutes }),
  /** The campaign is being made at Exotel right now, though somebody wants it silent. */
  z.object({ story: z.literal('being_made'), seq }),
  /** Its create may have been carried out without being seen; it is looked for at most this long. */
  z.object({ story: z.literal('looked_for'), seq, minutes, minutesLeft: minutes }),
  /** Exotel does not do what somebody pressed. */
  z.object({ story: z.literal('press_refused'), seq, press: z.enum(['pause', 'resume', 'stop']), ...refusal }),
  /** Resumed outside calling hours: `opens` is the local time at which it continues, `2026-11-30 09:00`. */
  z.object({ story: z.literal('waits_for_hours'), seq, opens: z.string() }),
  z.object({ story: z.literal('not_moving'), seq, minutes }),
  z.object({ story: z.literal('not_started'), seq, minutes }),
  /** `totals`: how many of each kind Exotel counts; it does not say who they are. */
  z.object({
    story: z.literal('unaccounted'),
    seq,
    contacts,
    totals: z.object({ dnd: contacts, invalid: contacts, notAttempted: contacts }).nullish(),
  }),
]);

export type AttentionFacts = z.infer<typeof attentionFactsSchema>;
export type AttentionStory = AttentionFacts['story'];
/** The facts of one story. */
export type FactsOf<Story extends AttentionStory> = Extract<AttentionFacts, { story: Story }>;
