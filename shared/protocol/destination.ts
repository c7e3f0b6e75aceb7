import { z } from 'zod';
import { MAX_DESTINATION_NAME_CHARS, MAX_DESTINATION_URL_CHARS } from '../sink-limits.ts';

/** The events that a destination may be told. `destination.*` events are told to the other destinations. */
export const EVENT_TYPES = [
  'call.attempted',
  'contact.finished',
  'contact.opted_out',
  'import.started',
  'import.paused',
  'import.finished',
  'import.needs_attention',
  'day.ended',
  'callback.raw',
  'destination.failing',
  'destination.disabled',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const DESTINATION_STATES = ['active', 'paused', 'failing', 'disabled'] as const;
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;

const name = z.string().trim().min(1).max(MAX_DESTINATION_NAME_CHARS);
const url = z.string().trim().min(1).max(MAX_DESTINATION_URL_CHARS);
const events = z.array(z.enum(EVENT_TYPES)).min(1);

export const destinationRequestSchema = z.strictObject({ name, url, events });
export const destinationChangeSchema = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  events: events.optional(),
  paused: z.boolean().optional(),
});
export type DestinationChange = z.infer<typeof destinationChangeSchema>;

export const destinationSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(EVENT_TYPES)),
  state: z.enum(DESTINATION_STATES).catch('failing'),
  /** Failed tries in a row; 0 after a success. */
  failures: z.int().min(0),
  /**
   * Since when nothing was accepted, and when the destination will be switched off if that continues; null while it is
   * well.
   */
  failingSince: z.string().nullable(),
  disablesAt: z.string().nullable(),
  /** Until then, the secret from before the last rotation signs too. */
  formerSecretUntil: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type Destination = z.infer<typeof destinationSchema>;

/** `secret` is shown here and after a rotation, and never again. */
export const newDestinationSchema = destinationSchema.extend({ secret: z.string() });

/** One try in full: what was sent, what came back, and in words what is wrong. Times are ISO instants. */
const attemptSchema = z.object({
  at: z.string(),
  milliseconds: z.int().min(0),
  request: z.object({ url: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
  response: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }).nullable(),
  /** Exactly the text that was signed: id, timestamp and body, joined by full stops. */
  signed: z.string(),
  /** Null if the receiver accepted it. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** What else can be said about it in words. */
  findings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      /** The facts in those words, for clients that say them in another language. */
      facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const deliverySchema = z.object({
  /** The event's own id, the same at every destination and in every try. */
  id: z.string(),
  type: z.string(),
  status: z.enum(DELIVERY_STATUSES).catch('pending'),
  attempts: z.int().min(0),
  createdAt: z.string(),
  nextAt: z.string().nullable(),
  last: attemptSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryQuerySchema = z.object({ status: z.enum(DELIVERY_STATUSES).optional() });

/** Times are ISO instants, `from` inclusive, `to` exclusive. */
export const replayRequestSchema = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  failedOnly: z.boolean().default(false),
});

/** The kind of event to send a sample of; if none is named, the destination's first. */
export const sampleRequestSchema = z.strictObject({ type: z.enum(EVENT_TYPES).optional() });
