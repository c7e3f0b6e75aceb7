import { Hono } from 'hono';
import { z } from 'zod';
import { MAX_NAME_CHARS } from '../../../shared/limits.ts';
import { TRAIL_LINES_PER_READ_COUNT } from '../../../shared/team-limits.ts';
import { trailLineSchema } from '../../../shared/protocol/team.ts';
import { teamOf, type AppContext, type AppTypes } from '../../context.ts';
import { textStream } from '../../import/reports/byte-stream.ts';
import { pageQuerySchema } from '../../page-query.ts';
import { readQuery } from '../../read-query.ts';

const querySchema = pageQuerySchema.extend({ search: z.string().default('') });

/** Who did what, newest first. */
export function auditRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const { search, offset, limit } = readQuery(c, querySchema);
    const { lines, total } = await teamOf(c).trailPage(search.trim().slice(0, MAX_NAME_CHARS), offset, limit);
    const items = lines.map((line) => trailLineSchema.parse(JSON.parse(line)));
    return c.json({ items, total, offset, limit });
  });
}

/** Every line as it is hashed, oldest first. Apart from the others, since its address is no folder of theirs. */
export function auditExportRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', (c) =>
    c.body(textStream(trail(c)), 200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.ndjson"',
    }),
  );
}

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
