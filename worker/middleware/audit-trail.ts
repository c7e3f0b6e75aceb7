import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { MAX_TRAIL_NOTE_CHARS } from '../../shared/team-limits.ts';
import { teamOf, type AppContext, type AppTypes } from '../context.ts';
import { logEvent } from '../log.ts';
import { ACTS } from '../openapi/acts.ts';
import { findRule } from '../team/find-rule.ts';
import { NO_FACTS, type TrailFacts } from '../team/trail.ts';

/** The parts of an answer that the trail repeats: names, states and counts. */
const answerSchema = z
  .object({
    id: z.string(),
    sid: z.string(),
    name: z.string(),
    role: z.string(),
    state: z.string(),
    rows: z.object({ total: z.number(), accepted: z.number() }).partial(),
    campaigns: z.array(z.unknown()),
    code: z.string(),
    error: z.object({ code: z.string(), details: z.unknown() }).partial(),
    added: z.number(),
  })
  .partial();

/** Writes one line for each act, even a refused one. Reading gets a line only if it was refused. */
export function auditTrail(): MiddlewareHandler<AppTypes> {
  return async function noteAct(c, next) {
    await next();
    const { status } = c.res;
    const rule = findRule(c.req.method, c.req.path, () => []);
    if (rule === null) return;
    const act = ACTS[`${c.req.method} ${rule.path}`];
    const isRefused = status === 403 || (act !== undefined && status === 409);
    if (!isRefused && (act === undefined || status >= 400)) return;
    try {
      await teamOf(c).note(await factsOf(c, rule.path, act ?? `${c.req.method} ${rule.path}`, isRefused));
    } catch (cause) {
      // The act was done, so the answer must say so; the log says that its trail line is missing.
      logEvent('act_not_noted', { act: act ?? null, requestId: c.get('requestId') }, cause);
    }
  };
}

async function factsOf(c: AppContext, path: string, what: string, isRefused: boolean): Promise<TrailFacts> {
  const { name, role } = c.get('person');
  const answer = await answerOf(c);
  return {
    ...NO_FACTS,
    who: name,
    role,
    identity: c.get('access')?.identity ?? null,
    from: isFromExtension(c) ? 'extension' : 'script',
    what,
    result: isRefused ? 'refused' : 'done',
    code: isRefused ? (answer.error?.code ?? null) : null,
    on: thingOf(c, path, what, answer),
    after: isRefused ? null : afterOf(answer),
    counts: isRefused ? null : countsOf(answer),
    ...noted(c),
  };
}

/** Facts that the handler knows better than this middleware. */
function noted(c: AppContext): Partial<TrailFacts> {
  const { note = null, ...facts } = c.get('trail') ?? {};
  return { ...facts, note: note === null ? null : note.slice(0, MAX_TRAIL_NOTE_CHARS) };
}

async function answerOf(c: AppContext): Promise<z.infer<typeof answerSchema>> {
  if (!(c.res.headers.get('content-type') ?? '').startsWith('application/json')) return {};
  const parsed = answerSchema.safeParse(await c.res.clone().json());
  return parsed.success ? parsed.data : {};
}

/**
 * Names the thing acted on. A number is never a name here, so that the trail does not name people who are looked up or
 * erased.
 */
function thingOf(c: AppContext, path: string, what: string, answer: z.infer<typeof answerSchema>): TrailFacts['on'] {
  const area = path.split('/')[2] ?? '';
  const inPath = path.split('/')[3]?.startsWith('{') === true ? (c.req.path.split('/')[3] ?? null) : null;
  const ref = area === 'people' ? null : (answer.id ?? answer.sid ?? inPath);
  const kind = what.includes('.') ? (what.split('.')[0] ?? area) : area;
  return { kind, ref, name: answer.name ?? null };
}

function afterOf({ state, role }: z.infer<typeof answerSchema>): TrailFacts['after'] {
  if (state === undefined && role === undefined) return null;
  return { ...(state !== undefined && { state }), ...(role !== undefined && { role }) };
}

function countsOf({ rows, campaigns, added }: z.infer<typeof answerSchema>): TrailFacts['counts'] {
  const counts = {
    ...(rows?.accepted !== undefined && { contacts: rows.accepted }),
    ...(rows?.total !== undefined && { rows: rows.total }),
    ...(campaigns !== undefined && { campaigns: campaigns.length }),
    ...(added !== undefined && { numbers: added }),
  };
  return Object.keys(counts).length === 0 ? null : counts;
}

function isFromExtension(c: AppContext): boolean {
  return /^(?:chrome|moz)-extension:/.test(c.req.header('origin') ?? '');
}
