import { importSchema, type Import } from '../../../shared/protocol/import.ts';
import { launchRequestSchema } from '../../../shared/protocol/import-requests.ts';
import { sendBackSchema } from '../../../shared/protocol/team.ts';
import { importOf, unwrap } from '../../context.ts';
import { call, json, type Call } from '../call.ts';

/** A start that needs two people: one asks, and another approves, which starts it, or sends it back with a note. */
export const APPROVAL_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/imports/{id}/ask',
    summary: 'Ask others to start it; a new check cancels the asking',
    body: { schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
    async handle(c, { id, body: { expect, again = false } }) {
      return c.json(unwrap<Import>(await importOf(c, id).ask({ expect, again, user: c.get('user') })));
    },
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/approve',
    summary: 'Start what somebody else asked for',
    body: { schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
    async handle(c, { id, body: { expect, again = false } }) {
      const view = unwrap<Import>(await importOf(c, id).approve({ expect, again, user: c.get('user') }));
      c.set('trail', { before: { askedBy: view.approval?.askedBy ?? null } });
      return c.json(view);
    },
  }),
  call({
    method: 'post',
    path: '/api/imports/{id}/send-back',
    summary: 'Do not start it, and say what to change',
    body: { schema: sendBackSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409],
    async handle(c, { id, body: { note } }) {
      c.set('trail', { note });
      return c.json(unwrap<Import>(await importOf(c, id).sendBack(c.get('user'), note)));
    },
  }),
];
