import { z } from 'zod';
import { accountFileSchema, accountImportedSchema } from '../../shared/protocol/account-file.ts';
import { accountSchema, deepHealthSchema, healthSchema } from '../../shared/protocol/account.ts';
import { DESTINATION_CALLS } from './destination-calls.ts';
import { REPORT_CALLS } from './report-calls.ts';
import { SINK_CALLS } from './sink-calls.ts';
import { TEAM_CALLS } from './team-calls.ts';
import { PEOPLE_CALLS } from './people-calls.ts';
import { UPSTREAM_CALLS } from './upstream-calls.ts';
import { WATCH_CALLS } from './watch-calls.ts';
import type { Call } from './call.ts';
import { importSchema, importSummarySchema, previewSchema } from '../../shared/protocol/import.ts';
import {
  checkRequestSchema,
  decideRequestSchema,
  importAgainSchema,
  launchRequestSchema,
  openImportSchema,
} from '../../shared/protocol/import-requests.ts';
import { CHECK_EXAMPLES, IMPORT_EXAMPLES, PREVIEW_EXAMPLES } from './import-examples.ts';
import { testCallSchema } from '../../shared/people/test-call.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateInputSchema, templateSchema } from '../../shared/template/template-schema.ts';

const JSON_TYPE = 'application/json';
const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });
const steered = { answer: json(importSchema), refusals: [401, 404, 409] };

export const CALLS: readonly Call[] = [
  {
    id: 'getHealth',
    method: 'get',
    path: '/healthz',
    summary: 'Whether the Worker is up, and its version',
    open: true,
    answer: json(healthSchema),
    refusals: [],
  },
  {
    id: 'getDeepHealth',
    method: 'get',
    path: '/api/health',
    summary: 'Whether Exotel, storage and the callback address answer as they should; 503 when one does not',
    answer: json(deepHealthSchema),
    refusals: [401, 500],
  },
  {
    method: 'get',
    path: '/api/account',
    summary: 'The account, its limits, and whose token this is',
    answer: json(accountSchema),
    refusals: [401, 500],
  },
  {
    id: 'exportAccount',
    method: 'get',
    path: '/api/account/export',
    summary:
      'What the team has made, as a file: templates, settings, sinks, destinations; no secret, token or number is in it',
    answer: json(accountFileSchema),
    refusals: [401, 403],
  },
  {
    id: 'importAccount',
    method: 'post',
    path: '/api/account/import',
    summary:
      'Take such a file in, here or in another Worker: what is missing is made under the same ids, what differs is replaced only with overwrite=true; taking it in twice changes nothing',
    query: { dryRun: 'true: says what it would do, and does nothing', overwrite: 'true: replaces what differs here' },
    body: { type: JSON_TYPE, schema: accountFileSchema },
    answer: json(accountImportedSchema),
    refusals: [400, 401, 403, 409, 413, 422],
  },
  {
    method: 'get',
    path: '/api/templates',
    summary: 'Templates, newest first',
    query: PAGE,
    answer: json(pageSchema(templateSchema)),
    refusals: [401],
  },
  {
    method: 'post',
    path: '/api/templates',
    summary: 'Make a template',
    body: { type: JSON_TYPE, schema: templateInputSchema },
    answer: json(templateSchema, 201),
    refusals: [400, 401, 422],
  },
  {
    method: 'get',
    path: '/api/templates/{id}',
    summary: 'One template',
    answer: json(templateSchema),
    refusals: [401, 404],
  },
  {
    method: 'put',
    path: '/api/templates/{id}',
    summary: 'Replace a template; imports already launched keep theirs',
    body: { type: JSON_TYPE, schema: templateInputSchema },
    answer: json(templateSchema),
    refusals: [400, 401, 404, 422],
  },
  {
    method: 'delete',
    path: '/api/templates/{id}',
    summary: 'Delete a template',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404],
  },
  {
    method: 'get',
    path: '/api/imports',
    summary: 'Imports, newest first',
    query: {
      ...PAGE,
      search: 'Part of the name, the file, the template, who made it, or the id; among the newest 10,000',
      state: 'Only those in one of these states, with commas between them; without test calls, unless test=true',
      test: 'true: test calls alone; false: all others',
    },
    answer: json(pageSchema(importSummarySchema)),
    refusals: [400, 401],
  },
  {
    method: 'post',
    path: '/api/imports',
    summary:
      'A file in one request (text/csv), open a resumable upload (JSON), or call contacts of an earlier import again (JSON)',
    query: {
      template: 'With text/csv: the template id',
      name: 'With text/csv: a name for the import',
      fileName: 'With text/csv: what the file is called',
      launch: 'With text/csv: true launches at once, false (the default) only checks and plans',
      again: 'With launch: true calls the same people again within a day',
      column: 'With text/csv: the column of the numbers, by heading or position from 1',
      numbers: 'With text/csv: what becomes of the numbers in further columns: first, in_turn or all',
      status:
        'With text/csv: the column that says how far each person is; left out: one headed Stage, Status or the like',
      notCalledForDays: 'With text/csv: leaves out whom this template called within so many days, 1 to 30',
      unlessChanged:
        'With notCalledForDays: true calls those again whose status is another since they were called last',
      id: 'With text/csv: an id of your own makes it idempotent',
    },
    body: {
      type: JSON_TYPE,
      schema: z.union([openImportSchema, importAgainSchema]),
      examples: IMPORT_EXAMPLES,
    },
    takesFile: true,
    answer: json(importSchema, 201),
    refusals: [400, 401, 404, 409, 413, 415, 422],
  },
  { method: 'get', path: '/api/imports/{id}', summary: 'One import', answer: json(importSchema), refusals: [401, 404] },
  {
    method: 'delete',
    path: '/api/imports/{id}',
    summary: 'Erase every trace of its contacts',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404, 409],
  },
  {
    id: 'getUploadOffset',
    method: 'head',
    path: '/api/imports/{id}/file',
    summary: 'How much of the file has arrived (tus 1.0)',
    answer: { status: 200, type: JSON_TYPE },
    refusals: [401, 404, 412],
  },
  {
    id: 'sendFile',
    method: 'patch',
    path: '/api/imports/{id}/file',
    summary: 'Send the file on from an offset (tus 1.0)',
    body: { type: 'application/offset+octet-stream' },
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404, 409, 412, 413, 415],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/check',
    summary: 'Check, or check again with other columns, another template, or another way to Exotel',
    body: { type: JSON_TYPE, schema: checkRequestSchema, examples: CHECK_EXAMPLES },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/preview',
    summary: 'What one contact hears or reads',
    query: { line: 'As the spreadsheet counts; the first contact that is called, when left out' },
    answer: { ...json(previewSchema), examples: PREVIEW_EXAMPLES },
    refusals: [400, 401, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/api/imports/{id}/launch',
    summary: 'Start calling; idempotent',
    body: { type: JSON_TYPE, schema: launchRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/api/test-calls',
    summary:
      'Call a number of your own once, at once, with the values of one row, to hear what others will: outside caps and counts, inside calling hours; idempotent by id, at most 5 an hour',
    body: { type: JSON_TYPE, schema: testCallSchema },
    answer: json(importSchema, 201),
    refusals: [400, 401, 404, 409, 422, 429],
  },
  { method: 'post', path: '/api/imports/{id}/pause', summary: 'Pause all its campaigns', ...steered },
  { method: 'post', path: '/api/imports/{id}/resume', summary: 'Go on', ...steered },
  { method: 'post', path: '/api/imports/{id}/stop', summary: 'Stop for good: nobody further is called', ...steered },
  {
    method: 'post',
    path: '/api/imports/{id}/campaigns/{seq}/decide',
    summary: 'Decide about a campaign that waits: send it again, adopt one that exists at Exotel, or give it up',
    body: { type: JSON_TYPE, schema: decideRequestSchema },
    answer: json(importSchema),
    refusals: [400, 401, 404, 409],
  },
  ...REPORT_CALLS,
  ...WATCH_CALLS,
  ...UPSTREAM_CALLS,
  ...SINK_CALLS,
  ...DESTINATION_CALLS,
  ...TEAM_CALLS,
  ...PEOPLE_CALLS,
  {
    id: 'receiveImportCallback',
    method: 'post',
    path: '/callbacks/{importId}/{seq}/{mac}/{kind}',
    summary: "Exotel's callbacks; the address is signed",
    open: true,
    body: { type: JSON_TYPE },
    answer: json(z.object({ ok: z.boolean() })),
    refusals: [404, 413],
  },
];
