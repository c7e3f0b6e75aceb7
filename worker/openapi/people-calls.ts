import {
  removeRequestSchema,
  suppressionSchema,
  suppressRequestSchema,
  uploadResultSchema,
} from '../../shared/people/suppression.ts';
import { screenAnswerSchema, screenRequestSchema } from '../../shared/people/screen-answer.ts';
import { brakeSchema, stopEverythingSchema } from '../../shared/protocol/brake.ts';
import { erasedPersonSchema, erasePersonSchema, findPersonSchema, personSchema } from '../../shared/protocol/person.ts';
import { settingsChangeSchema, settingsSchema } from '../../shared/protocol/settings.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import type { z } from 'zod';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });

const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const PASSTHRU_PATH = '/passthru/{mac}';
const heard = { answer: { status: 200, type: JSON_TYPE }, refusals: [404, 413] };
const FILTERS = {
  search: 'Part of the number, or of the note, the name of the upload, or who added it',
  channel: 'voice or sms: what holds for it',
  source: 'upload, hand, key_press, sms_status, exotel_blacklist or api',
  upload: 'Only numbers of this upload',
};

/** Who is not to be called, and what holds for every import. */
export const PEOPLE_CALLS: readonly Call[] = [
  {
    method: 'get',
    path: '/api/suppressions',
    summary: 'People who are not to be called, newest first, then uploads',
    query: { ...PAGE, ...FILTERS },
    answer: json(pageSchema(suppressionSchema)),
    refusals: [400, 401],
  },
  {
    method: 'post',
    path: '/api/suppressions',
    summary: 'Add one number (JSON), or upload a file of up to 1,000,000 (text/csv)',
    query: {
      mode: 'With text/csv: append (the default), or replace earlier uploads of this name',
      name: 'With text/csv: what the upload is called',
      preview: 'With text/csv: true only counts',
      channel: 'With text/csv: voice or sms; left out: both',
      group: 'With text/csv: only templates of this purpose',
      note: 'With text/csv: why',
      expires: 'With text/csv: until when',
    },
    body: { type: JSON_TYPE, schema: suppressRequestSchema },
    takesFile: true,
    answer: json(suppressionSchema.or(uploadResultSchema), 201),
    refusals: [400, 401, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/suppressions.csv',
    summary: 'The list, as a spreadsheet',
    query: FILTERS,
    answer: { status: 200, type: 'text/csv' },
    refusals: [400, 401],
  },
  {
    method: 'delete',
    path: '/api/suppressions/{id}',
    summary: 'Take one entry out; the reason is kept',
    body: { type: JSON_TYPE, schema: removeRequestSchema },
    answer: { status: 204, type: JSON_TYPE },
    refusals: [400, 401, 404],
  },
  {
    method: 'delete',
    path: '/api/suppressions/uploads/{upload}',
    summary: 'Undo an upload; what it replaced holds again',
    answer: { status: 204, type: JSON_TYPE },
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: '/api/people/screen',
    summary:
      'Which of these numbers a template would not call, and why; with application/octet-stream and ?template=, ?notCalledForDays= both sides are packed, for large files; with marks of statuses the answer tells whose is another since they were called',
    body: { type: JSON_TYPE, schema: screenRequestSchema },
    answer: json(screenAnswerSchema),
    refusals: [400, 401, 404],
  },
  {
    method: 'get',
    path: '/api/people/{number}',
    summary: 'Everything known of one number; POST /api/people/find keeps it out of the address',
    answer: json(personSchema),
    refusals: [400, 401],
  },
  {
    method: 'post',
    path: '/api/people/find',
    summary: 'Everything known of one number: entries, removals, imports, rows, attempts, keys, recordings',
    body: { type: JSON_TYPE, schema: findPersonSchema },
    answer: json(personSchema),
    refusals: [400, 401],
  },
  {
    method: 'post',
    path: '/api/people/erase',
    summary: 'Forget a person everywhere; a keyed hash stays, so that the number is never called again',
    body: { type: JSON_TYPE, schema: erasePersonSchema },
    answer: json(erasedPersonSchema),
    refusals: [400, 401],
  },
  { method: 'get', path: PASSTHRU_PATH, summary: 'A key pressed, from a Passthru applet', open: true, ...heard },
  { method: 'post', path: PASSTHRU_PATH, summary: 'The same, in the body', open: true, ...heard },
  {
    method: 'get',
    path: '/api/settings',
    summary: 'What holds for every import: hours, days, caps, prices, brakes',
    answer: json(settingsSchema),
    refusals: [401],
  },
  {
    method: 'put',
    path: '/api/settings',
    summary: 'Change settings; what is left out stays',
    body: { type: JSON_TYPE, schema: settingsChangeSchema },
    answer: json(settingsSchema),
    refusals: [400, 401],
  },
  {
    method: 'get',
    path: '/api/stop-everything',
    summary: 'Whether everything is stopped, by whom, and how far that is; while it is not, what a press would stop',
    answer: json(brakeSchema),
    refusals: [401],
  },
  {
    method: 'post',
    path: '/api/stop-everything',
    summary: 'The panic button: pause every import of everybody, largest first, and start nothing until it is lifted',
    body: { type: JSON_TYPE, schema: stopEverythingSchema },
    answer: json(brakeSchema),
    refusals: [400, 401],
  },
  {
    method: 'delete',
    path: '/api/stop-everything',
    summary: 'Let imports be started again; those that were paused stay so until each is resumed',
    answer: json(brakeSchema),
    refusals: [401],
  },
];
