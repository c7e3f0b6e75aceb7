import { z } from 'zod';
import { judgeNumber, toE164 } from '../../../shared/phone/judge-number.ts';
import { MAX_SCREENED_BYTES } from '../../../shared/people-limits.ts';
import { packHits } from '../../../shared/people/packed-hits.ts';
import { readMarked } from '../../../shared/people/marked-numbers.ts';
import { packNumbers, sortedOnce, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { purposeOf } from '../../../shared/people/purpose.ts';
import {
  notCalledForDaysSchema,
  screenAnswerSchema,
  screenRequestSchema,
  type ScreenAnswer,
} from '../../../shared/people/screen-answer.ts';
import { configOf, peopleOf, type AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import {
  erasedPersonSchema,
  erasePersonSchema,
  findPersonSchema,
  personSchema,
  type ErasedAnswer,
} from '../../../shared/protocol/person.ts';
import { folderOf } from '../../people/folder-of.ts';
import { requireNumber } from '../../people/require-number.ts';
import { parseAs, readBytes, readJson } from '../../request-body.ts';
import { call, json, type Call } from '../call.ts';
import { findTemplate } from '../templates.ts';

const PACKED = 'application/octet-stream';

/** Questions about people. */
export const PEOPLE_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/people/screen',
    summary:
      'Which of these numbers a template would not call, and why; with application/octet-stream and ?template=, ?notCalledForDays= both sides are packed, for large files; with marks of statuses the answer tells whose is another since they were called',
    reads: { body: { type: 'application/json', schema: screenRequestSchema } },
    answer: json(screenAnswerSchema),
    refusals: [400, 401, 404],
    handle: async (c) =>
      c.req.header('content-type')?.startsWith(PACKED) === true ? screenPacked(c) : c.json(await screen(c)),
  }),
  call({
    method: 'get',
    path: '/api/people/{number}',
    summary: 'Everything known of one number; POST /api/people/find keeps it out of the address',
    answer: json(personSchema),
    refusals: [400, 401],
    handle: async (c, { number }) => c.json(await folderOf(c, requireNumber(c, number))),
  }),
  call({
    method: 'post',
    path: '/api/people/find',
    summary: 'Everything known of one number: entries, removals, imports, rows, attempts, keys, recordings',
    body: { schema: findPersonSchema },
    answer: json(personSchema),
    refusals: [400, 401],
    handle: async (c, { body }) => c.json(await folderOf(c, requireNumber(c, body.number))),
  }),
  call({
    method: 'post',
    path: '/api/people/erase',
    summary: 'Forget a person everywhere; a keyed hash stays, so that the number is never called again',
    body: { schema: erasePersonSchema },
    answer: json(erasedPersonSchema),
    refusals: [400, 401],
    async handle(c, { body: { number: text, reason } }) {
      const number = requireNumber(c, text);
      const answer: ErasedAnswer = await peopleOf(c).erase(number, c.get('user'), reason);
      c.set('trail', { note: reason });
      return c.json(answer);
    },
  }),
];

async function screen(c: AppContext): Promise<ScreenAnswer> {
  const request = parseAs(screenRequestSchema, await readJson(c));
  const template = await findTemplate(c, request.template);
  const { DEFAULT_COUNTRY } = configOf(c);
  const numbers: number[] = [];
  const unreadable: string[] = [];
  for (const text of request.numbers) {
    const judged = judgeNumber(text, DEFAULT_COUNTRY);
    if (judged.ok) numbers.push(Number(judged.value.slice(1)));
    else unreadable.push(text);
  }
  const hits = await peopleOf(c).screen({
    numbers: packNumbers(sortedOnce(Float64Array.from(numbers))),
    use: { channel: template.channel, group: purposeOf(template) },
    life: null,
    override: false,
    template: template.id,
    notCalledForDays: request.notCalledForDays ?? null,
  });
  const suppressed = Array.from(hits.suppressed, toE164);
  const calledRecently = Array.from(hits.calledRecently, toE164);
  const why = (all: readonly string[], by: Uint32Array) =>
    all.flatMap((number, at) => {
      const reason = hits.reasons[by[at] ?? 0];
      return reason === undefined ? [] : [{ number, ...reason }];
    });
  return {
    suppressed,
    calledRecently,
    unreadable,
    reasons: [...why(suppressed, hits.suppressedBy), ...why(calledRecently, hits.calledBy)],
  };
}

/**
 * The same check for large files: numbers and answer are packed (`packNumbers`, `packMarked`, `packHits`), and the
 * template is in the address. With marks of statuses, the answer tells whose status has changed.
 */
async function screenPacked(c: AppContext): Promise<Response> {
  const template = await findTemplate(c, c.req.query('template') ?? '');
  const { notCalledForDays: days = null } = parseAs(packedQuerySchema, c.req.query());
  const bytes = await readBytes(c.req.raw, MAX_SCREENED_BYTES);
  if (bytes === null) throw new ApiError({ code: 'body_too_large' });
  const read = readMarked(bytes);
  if (read === null) throw new ApiError({ code: 'invalid_request', message: NOT_PACKED });
  const hits = await peopleOf(c).screen({
    numbers: packNumbers(sortedOnce(unpackNumbers(read.packed))),
    marked: read.marked,
    use: { channel: template.channel, group: purposeOf(template) },
    life: null,
    override: false,
    template: template.id,
    notCalledForDays: days,
  });
  return c.body(packHits(hits), 200, { 'content-type': PACKED });
}

const packedQuerySchema = z.object({ notCalledForDays: z.coerce.number().pipe(notCalledForDaysSchema).optional() });

const NOT_PACKED = 'These bytes are no packed numbers. Send the groups and numbers that the documentation describes.';
