import { z } from 'zod';
import { MAX_NAME_CHARS } from '../../../shared/limits.ts';
import { TRAIL_LINES_PER_READ_COUNT } from '../../../shared/team-limits.ts';
import { trailLineSchema } from '../../../shared/protocol/team.ts';
import { teamOf, type AppContext } from '../../context.ts';
import { textStream } from '../../import/reports/byte-stream.ts';
import { pageQuerySchema } from '../../page-query.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { ABOUT_PAGE, bytes, call, json, type Call } from '../call.ts';

export const AUDIT_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/audit',
    summary: 'Who did what, newest first',
    query: {
      schema: pageQuerySchema.extend({ search: z.string().default('') }),
      about: { ...ABOUT_PAGE, search: 'Part of a line: a name, an act, an id' },
    },
    answer: json(pageSchema(trailLineSchema)),
    refusals: [400, 401],
    async handle(c, { query: { search, offset, limit } }) {
      const { lines, total } = await teamOf(c).trailPage(search.trim().slice(0, MAX_NAME_CHARS), offset, limit);
      const items = lines.map((line) => trailLineSchema.parse(JSON.parse(line)));
      return c.json({ items, total, offset, limit });
    },
  }),
  call({
    method: 'get',
    path: '/api/audit.ndjson',
    summary: 'The whole trail, oldest first: each line carries the SHA-256 of the one before',
    answer: bytes('application/x-ndjson'),
    refusals: [401],
    handle: (c) =>
      c.body(textStream(trail(c)), 200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.ndjson"',
      }),
  }),
];

async function* trail(c: AppContext): AsyncIterable<string> {
  let seq = 0;
  for (;;) {
    const lines = await teamOf(c).trailAfter(seq, TRAIL_LINES_PER_READ_COUNT);
    const last = lines.at(-1);
    if (last === undefined) return;
    yield `${lines.map(({ line }) => line).join('\n')}\n`;
    seq = last.seq;
  }
}
