import { contactSearchSchema, paceSchema } from '../../shared/protocol/contact.ts';
import { rowIssueViewSchema } from '../../shared/protocol/row-issue.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import type { z } from 'zod';
import type { Call } from './call.ts';

const JSON_TYPE = 'application/json';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BY_OUTCOME = { outcome: 'Only contacts with these outcomes, with commas between them' };
const PAGE = { offset: 'Where to begin, from 0', limit: 'How many, at most 500' };
const json = (schema: z.ZodType, status = 200) => ({ status, type: JSON_TYPE, schema });

/** What can be read out of an import. */
export const REPORT_CALLS: readonly Call[] = [
  {
    method: 'get',
    path: '/api/imports/{id}/issues',
    summary: 'Rows not accepted',
    query: {
      ...PAGE,
      code: "Of this code only, as items and the import's `issues` name it; of any other word there are none",
    },
    answer: json(pageSchema(rowIssueViewSchema)),
    refusals: [401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/issues.csv',
    summary: 'Rows not accepted, with their own columns, for a spreadsheet',
    answer: { status: 200, type: 'text/csv' },
    refusals: [401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/issues.xlsx',
    summary: 'Rows not accepted, with their own columns, as an Excel workbook',
    answer: { status: 200, type: XLSX_TYPE },
    refusals: [401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/results.csv',
    summary: "Every contact: your columns, then what became of it, in words and in the account's time",
    query: BY_OUTCOME,
    answer: { status: 200, type: 'text/csv' },
    refusals: [400, 401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/results.xlsx',
    summary: 'The same as an Excel workbook',
    query: BY_OUTCOME,
    answer: { status: 200, type: XLSX_TYPE },
    refusals: [400, 401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/results.ndjson',
    summary: 'The same for a program: one JSON line a contact, with codes and instants',
    query: BY_OUTCOME,
    answer: { status: 200, type: 'application/x-ndjson' },
    refusals: [400, 401, 404, 409],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/contacts',
    summary: 'Was this number called? Its lines, campaign, outcome and calls',
    query: { number: 'However it is written; better sent in the body of the POST' },
    answer: json(contactSearchSchema),
    refusals: [400, 401, 404],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/pace',
    summary: 'Calls made, minute by minute',
    answer: json(paceSchema),
    refusals: [401, 404],
  },
  {
    method: 'get',
    path: '/api/imports/{id}/callbacks',
    summary: 'Every callback as it arrived, one JSON line each',
    answer: { status: 200, type: 'application/x-ndjson' },
    refusals: [401, 404],
  },
];
