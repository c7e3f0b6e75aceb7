import { testCallSchema, type TestCall } from '../../shared/people/test-call.ts';
import { accountsOf, configOf, importOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { requireNumber } from '../people/require-number.ts';
import { requireFreeId } from '../team/visible-import.ts';
import { call, json, type Call } from './call.ts';
import { findTemplate } from './templates.ts';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { OpenInput } from '../import/record/import-record.ts';

const NUMBER_HEADING = 'Test call to';
const ONCE = { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] } as const;

/**
 * A call to one's own number, to hear what others will hear: an import with one row, launched by the same code as every
 * other.
 */
export const TEST_CALL_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/test-calls',
    summary:
      'Call a number of your own once, at once, with the values of one row, to hear what others will: outside caps and counts, inside calling hours; idempotent by id, at most 5 an hour',
    body: { schema: testCallSchema },
    answer: json(importSchema, 201),
    refusals: [400, 401, 404, 409, 422, 429],
    async handle(c, { body: asked }) {
      const template = ringingOnce(await findTemplate(c, asked.template));
      const number = `+${requireNumber(c, asked.number)}`;
      const id = asked.id ?? newId();
      await requireFreeId(c, id);
      // A repeated press is the same test call. Once its import is deleted, the same id makes a new one.
      const press = (await importOf(c, id).ownership()) === null ? newId() : null;
      const waitSeconds = press === null ? 0 : await accountsOf(c).reserveTestCall(press, c.get('user'));
      if (waitSeconds > 0) throw new ApiError({ code: 'too_many_test_calls', retryAfterSeconds: waitSeconds });
      const taken = await importOf(c, id).takeTestCall(inputOf(c, { ...asked, id }, template), fileOf(asked, number));
      if (press !== null && !(taken.ok && taken.value.created)) await accountsOf(c).giveBackTestCall(press);
      const { created, view } = unwrap<{ created: boolean; view: Import }>(taken);
      return c.json(view, created ? 201 : 200, { location: `/api/imports/${id}` });
    },
  }),
];

function ringingOnce(template: Template): Template {
  if (template.channel === 'voice') return { ...template, retries: { ...ONCE, on: [] } };
  const message = 'This template sends messages. A test call needs one that calls.';
  throw new ApiError({ code: 'invalid_request', message });
}

function inputOf(c: AppContext, asked: TestCall & { readonly id: string }, template: Template): OpenInput {
  const { id, columns, name = template.name } = asked;
  return {
    id,
    // The name distinguishes it from ordinary campaigns at Exotel and in clients that do not know test calls.
    name: `Test call: ${name}`.slice(0, 200),
    createdBy: c.get('user'),
    template,
    fileName: 'test-call.csv',
    fileBytes: 0,
    columns: { ...columns, number: headingsOf(asked).length + 1, header: true, callingCode: null },
    callbackBase: configOf(c).PUBLIC_URL || new URL(c.req.url).origin,
  };
}

/** The row as in the user's file, plus a last column with the number that is called instead of the row's own. */
function fileOf(asked: TestCall, number: string): string {
  const headings = headingsOf(asked);
  const values = headings.map((_, place) => asked.row?.[place] ?? '');
  return [
    [...headings, NUMBER_HEADING],
    [...values, number],
  ]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

function headingsOf({ headings, row = [] }: TestCall): readonly string[] {
  return headings ?? row.map((_, place) => `Column ${place + 1}`);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
