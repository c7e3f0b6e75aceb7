import { z } from 'zod';

/** What may be switched while the stand-in runs. Each switch is one thing Exotel does, may do, or does oddly. */
export const settingsChange = z.strictObject({
  /** The account's campaign throttle; 60 until Exotel raises it. */
  callsPerMinute: z.number().positive().optional(),
  /** How `name=` matches in the list; Exotel's page does not say. */
  nameSearch: z.enum(['contains', 'prefix', 'exact', 'fuzzy']).optional(),
  /** Real milliseconds before a new campaign shows in the list. */
  listLagMs: z.number().nonnegative().optional(),
  /** Virtual milliseconds that stats, summary and call details run behind; about two minutes at Exotel. */
  statsLagMs: z.number().nonnegative().optional(),
  /** 404 from call details while a campaign has no calls, as one client has seen. */
  noCallsIs404: z.boolean().optional(),
  /** Largest page of call details; longer ones are cut to it. Not documented. */
  maxCallsPage: z.number().int().positive().optional(),
  /** Whether a refusal's `response` is an array, an object, or (as seen) one or the other. */
  refusalShape: z.enum(['mixed', 'array', 'object']).optional(),
  /** Whether a blocked number (DND, invalid) leaves no call at all or a failed one. Not documented. */
  blockedNumber: z.enum(['no_call', 'failed_call']).optional(),
  /** A `send_at` that is past for the client too: refused, or started at once. Not documented. */
  pastSendAt: z.enum(['refuse', 'start_now']).optional(),
  /**
   * Each campaign lives by the clock of whoever made it: what the stand-in's is ahead at that moment is added to the times
   * it is given and taken off those it tells. Else a second import would be planned for what is already past here.
   */
  clientClock: z.boolean().optional(),
  /** GET and list still show deleted campaigns. Not documented. */
  showDeleted: z.boolean().optional(),
  /** Requests in any 60 real seconds before 429; null is no limit. */
  requestsPerMinute: z.number().int().positive().nullable().optional(),
  /** `Retry-After` and `X-RateLimit-*` on throttled answers. */
  rateLimitHeaders: z.boolean().optional(),
  /** Real milliseconds an uploaded file is processed for. */
  csvProcessingMs: z.number().nonnegative().optional(),
  /** A campaign of a list whose upload is on its way: refused, or taken with whoever is in it. Not documented. */
  listNotReady: z.enum(['refuse', 'accept_empty']).optional(),
  /** Deleting a list that a campaign still needs. One guide says it is refused. */
  deleteUsedList: z.enum(['refuse', 'allow']).optional(),
  /** The account's messages a minute; 300 until Exotel raises it. */
  messagesPerMinute: z.number().positive().optional(),
  /** `response` of create and get of a message campaign. Only the update's is known, an object. */
  smsShape: z.enum(['object', 'array']).optional(),
  /** Callbacks of messages: JSON with the names of voice, or a form in PascalCase. No page shows one. */
  smsCallbacks: z.enum(['json', 'pascal_form']).optional(),
  /** Credentials that may not read the account's numbers. */
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

/** Copies what is given; an absent or undefined switch keeps its value. */
export function applySettings(settings: Settings, change: SettingsChange): void {
  Object.assign(settings, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
}
