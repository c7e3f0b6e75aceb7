import { z } from 'zod';
import {
  deliverySchema,
  destinationChangeSchema,
  destinationRequestSchema,
  destinationSchema,
  newDestinationSchema,
  replayRequestSchema,
  sampleRequestSchema,
} from '../../shared/protocol/destination.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });
const ONE = '/api/destinations/{id}';

/** Where events go, after Standard Webhooks 1.0. */
export const DESTINATION_CALLS: readonly Call[] = [
  {
    method: 'post',
    path: '/api/destinations',
    summary: 'Send events to an address of yours; the answer alone holds its secret',
    body: { type: JSON_TYPE, schema: destinationRequestSchema },
    answer: json(newDestinationSchema, 201),
    refusals: [400, 401, 409, 422],
  },
  {
    method: 'get',
    path: '/api/destinations',
    summary: 'Destinations, oldest first',
    query: PAGE,
    answer: json(pageSchema(destinationSchema)),
    refusals: [401],
  },
  { method: 'get', path: ONE, summary: 'One destination', answer: json(destinationSchema), refusals: [401, 404] },
  {
    method: 'patch',
    path: ONE,
    summary: 'Change its name, address or events, pause it, or let it go on',
    body: { type: JSON_TYPE, schema: destinationChangeSchema },
    answer: json(destinationSchema),
    refusals: [400, 401, 404, 422],
  },
  {
    method: 'delete',
    path: ONE,
    summary: 'Delete a destination with its log',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: `${ONE}/rotate`,
    summary: 'Make a new secret; both sign for 24 hours',
    answer: json(newDestinationSchema),
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: `${ONE}/test`,
    summary: 'Send a sample at once and see what the receiver says',
    body: { type: JSON_TYPE, schema: sampleRequestSchema },
    answer: json(deliverySchema),
    refusals: [400, 401, 404],
  },
  {
    method: 'get',
    path: `${ONE}/deliveries`,
    summary: 'What was sent, with request and answer in full, newest first',
    query: { status: 'Only pending, delivered or failed', ...PAGE },
    answer: json(pageSchema(deliverySchema)),
    refusals: [400, 401, 404],
  },
  {
    method: 'post',
    path: `${ONE}/deliveries/{delivery}/replay`,
    summary: 'Send one event again, under its own id',
    answer: json(deliverySchema),
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: `${ONE}/replay`,
    summary: 'Send the events of a time again, or for the first time to a new address, under their own ids',
    body: { type: JSON_TYPE, schema: replayRequestSchema },
    answer: json(z.object({ replayed: z.int().min(0) }), 202),
    refusals: [400, 401, 404, 422],
  },
];
