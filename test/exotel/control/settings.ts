import { z } from 'zod';

/** Switches that may change while the stand-in runs. Each is one thing that Exotel does, may do, or does oddly. */
export const settingsChange = z.strictObject({
  /** The account's campaign throttle; 60 until Exotel raises it. */
  callsPerMinute: z.number().positive().optional(),
  /** How `name=` matches in the list; Exotel's page does not say. */
  nameSearch: z.enum(['contains', 'prefix', 'exact', 'fuzzy']).optional(),
  /** Real milliseconds before a new campaign shows in the list. */
  listLagMs: z.number().nonnegative().optional(),
  /** Virtual milliseconds by which stats, summary and call details lag; about two minutes at Exotel. */
  statsLagMs: z.number().nonnegative().optional(),
  /** Call details answer 404 while a campaign has no calls, as one client has seen. */
  noCallsIs404: z.boolean().optional(),
  /** The largest page of call details; a longer one is cut to this. Not documented. */
  maxCallsPage: z.number().int().positive().optional(),
  /** Whether a refusal's `response` is an array, an object, or (as seen) one or the other. */
  refusalShape: z.enum(['mixed', 'array', 'object']).optional(),
  /** Whether call details list no call for a blocked number (DND, invalid), or a failed one. Not documented. */
  blockedNumber: z.enum(['no_call', 'failed_call']).optional(),
  /** A `send_at` that is past for the client too: refused, or started at once. Not documented. */
  pastSendAt: z.enum(['refuse', 'start_now']).optional(),
  /**
   * Each campaign uses the clock of the client that made it: the stand-in adds its lead at that moment to the times
   * that it receives, and subtracts it from those that it answers. Otherwise a second import would be planned for the
   * past.
   */
  clientClock: z.boolean().optional(),
  /** GET and list still show deleted campaigns. Not documented. */
  showDeleted: z.boolean().optional(),
  /** Requests in any 60 real seconds before 429; null is no limit. */
  requestsPerMinute: z.number().int().positive().nullable().optional(),
  /** `Retry-After` and `X-RateLimit-*` on throttled answers. */
  rateLimitHeaders: z.boolean().optional(),
  /** Real milliseconds that processing an uploaded file takes. */
  csvProcessingMs: z.number().nonnegative().optional(),
  /** A campaign with a list whose upload is not done: refused, or accepted with the list as it is. Not documented. */
  listNotReady: z.enum(['refuse', 'accept_empty']).optional(),
  /** Deleting a list that a campaign still needs. One guide says it is refused. */
  deleteUsedList: z.enum(['refuse', 'allow']).optional(),
  /** The account's messages a minute; 300 until Exotel raises it. */
  messagesPerMinute: z.number().positive().optional(),
  /** The shape of `response` to create and get of a message campaign. Only the update's is known: an object. */
  smsShape: z.enum(['object', 'array']).optional(),
  /** Callbacks of messages: JSON with the field names of calls, or a form in PascalCase. No page shows one. */
  smsCallbacks: z.enum(['json', 'pascal_form']).optional(),
  /** The credentials may not read the account's numbers. */
  exophonesForbidden: z.boolean().optional(),
});
export type SettingsChange = z.input<typeof settingsChange>;
export type Settings = { -readonly [K in keyof SettingsChange]-?: Exclude<SettingsChange[K], undefined> };

export function defaultSettings(): Settings {
  return {
    callsPerMinute: 60,
    nameSearch: 'contains',
    listLagMs: 0,
    statsLagMs: 0,
    noCallsIs404: true,
    maxCallsPage: 100,
    refusalShape: 'mixed',
    blockedNumber: 'no_call',
    pastSendAt: 'refuse',
    clientClock: false,
    showDeleted: false,
    requestsPerMinute: null,
    rateLimitHeaders: true,
    csvProcessingMs: 50,
    listNotReady: 'refuse',
    deleteUsedList: 'refuse',
    messagesPerMinute: 300,
    smsShape: 'object',
    smsCallbacks: 'json',
    exophonesForbidden: false,
  };
}

/** Applies the given switches; an absent or undefined switch keeps its value. */
export function applySettings(settings: Settings, change: SettingsChange): void {
  Object.assign(settings, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
}
