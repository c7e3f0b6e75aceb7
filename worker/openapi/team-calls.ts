import { pageSchema } from '../../shared/protocol/page.ts';
import { importSchema } from '../../shared/protocol/import.ts';
import { launchRequestSchema } from '../../shared/protocol/import-requests.ts';
import {
  inviteRequestSchema,
  inviteSchema,
  madeTokenSchema,
  sendBackSchema,
  teamTokenSchema,
  tokenRequestSchema,
  trailLineSchema,
} from '../../shared/protocol/team.ts';
import { usageSchema } from '../../shared/protocol/usage.ts';
import type { z } from 'zod';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });

/** Who may use this Worker, and as what. */
export const TEAM_CALLS: readonly Call[] = [
  {
    method: 'post',
    path: '/api/tokens',
    summary: 'Make a token for a person or a script; its answer is the only place that shows it',
    body: { type: JSON_TYPE, schema: tokenRequestSchema },
    answer: json(madeTokenSchema, 201),
    refusals: [400, 401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/tokens',
    summary: 'Tokens that were made here, newest first',
    query: PAGE,
    answer: json(pageSchema(teamTokenSchema)),
    refusals: [400, 401],
  },
  {
    method: 'delete',
    path: '/api/tokens/{id}',
    summary: 'Revoke a token: from now on it opens nothing, and its live sockets are closed',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: '/api/invites',
    summary: 'Make a link that lets one person in, once, within 15 minutes',
    body: { type: JSON_TYPE, schema: inviteRequestSchema },
    answer: json(inviteSchema, 201),
    refusals: [400, 401, 404, 409],
  },
  {
    method: 'post',
    path: '/invites/{code}',
    summary: 'Exchange the code of an invite for a token; the extension does',
    open: true,
    answer: json(madeTokenSchema, 201),
    refusals: [404, 409],
  },
  {
    method: 'get',
    path: '/api/usage',
    summary: 'What each person called, and what it cost; of imports started in a time',
    query: { from: 'When they were started: then or later (ISO 8601)', to: 'Before then; the last 30 days, left out' },
    answer: json(usageSchema),
    refusals: [400, 401],
  },
  {
    method: 'get',
    path: '/api/audit',
    summary: 'Who did what, newest first',
    query: { ...PAGE, search: 'Part of a line: a name, an act, an id' },
    answer: json(pageSchema(trailLineSchema)),
    refusals: [400, 401],
  },
  {
    method: 'get',
    path: '/api/audit.ndjson',
    summary: 'The whole trail, oldest first: each line carries the SHA-256 of the one before',
    answer: { status: 200, type: 'application/x-ndjson' },
    refusals: [401],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/ask',
    summary: 'Ask others to start it; a new check cancels the asking',
    body: { type: JSON_TYPE, schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/approve',
    summary: 'Start what somebody else asked for',
    body: { type: JSON_TYPE, schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/send-back',
    summary: 'Do not start it, and say what to change',
    body: { type: JSON_TYPE, schema: sendBackSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409],
  },
];
