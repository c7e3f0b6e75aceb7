import { z } from 'zod';
import { MAX_JSON_BYTES, MAX_PAGE_SIZE } from '../../shared/limits.ts';
import { pageQuerySchema } from '../page-query.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import type { AppContext } from '../context.ts';

/** One call of the API: the data for its documentation, and the function that answers it. */
export interface Call extends Described {
  /** As written in the documentation: `/api/imports/{id}`. */
  readonly path: string;
  /** The parameters that the address may have, with a short description of each. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: Content;
  readonly handle: (c: AppContext) => Response | Promise<Response>;
}

interface Described {
  /** The operation's id, if the one derived from method and path says too little. */
  readonly id?: string;
  readonly method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  readonly summary: string;
  /** Needs no token: anybody who knows the address may call it. */
  readonly open?: boolean;
  /** It also accepts a file (text/csv). */
  readonly takesFile?: boolean;
  readonly answer: Content & { readonly status: number };
  readonly refusals: readonly number[];
}

interface Content {
  readonly type: string;
  readonly schema?: z.ZodType;
  /** Example bodies, by what each shows. */
  readonly examples?: Readonly<Record<string, unknown>>;
}

type None = z.ZodUndefined;
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type InPath<Path extends string> = { readonly [Name in NamesIn<Path>]: string };

/** The decoded parts of the path, and the query and body after their schemas accepted them. */
type Asked<Path extends string, Query extends z.ZodType, Body extends z.ZodType> = InPath<Path> & {
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
};

interface QueryOf<Query extends z.ZodType> {
  readonly schema: Query & z.ZodObject;
  readonly about: { readonly [Name in keyof z.input<Query> & string]: string };
}

interface BodyOf<Body extends z.ZodType> {
  readonly schema: Body;
  readonly examples?: Readonly<Record<string, unknown>>;
  /** An empty body is read as `{}`. */
  readonly mayBeEmpty?: boolean;
  readonly maxBytes?: number;
}

interface Definition<Path extends string, Query extends z.ZodType, Body extends z.ZodType> extends Described {
  readonly path: Path;
  /** The parameters of the address; checked before `handle` is called. */
  readonly query?: QueryOf<Query>;
  /** A JSON body; checked before `handle` is called. */
  readonly body?: BodyOf<Body>;
  /**
   * A body that `handle` checks itself, because it comes in several kinds or is not JSON; used for the documentation
   * only.
   */
  readonly reads?: Pick<Call, 'body'> & Partial<Pick<Call, 'parameters'>>;
  readonly handle: (c: AppContext, asked: Asked<Path, Query, Body>) => Response | Promise<Response>;
}

/** Defines a call once: documentation and checks of the request are made from the same schemas. */
export function call<const Path extends string, Query extends z.ZodType = None, Body extends z.ZodType = None>(
  definition: Definition<Path, Query, Body>,
): Call {
  const { path, query, body, reads, handle, ...described } = definition;
  const documented = body === undefined ? reads?.body : { type: JSON_TYPE, schema: body.schema, ...examplesOf(body) };
  return {
    ...described,
    path,
    parameters: query?.about ?? reads?.parameters ?? {},
    ...(documented !== undefined && { body: documented }),
    async handle(c) {
      const asked = { query: judgedQuery(c, query), body: await judgedBody(c, body) };
      return handle(c, { ...inPathOf(c, path), ...asked });
    },
  };
}

function examplesOf({ examples }: BodyOf<z.ZodType>): Pick<Content, 'examples'> {
  return examples === undefined ? {} : { examples };
}

// A query or body that is not defined is not read; the first signature of each function says so in types.

function judgedQuery<Query extends z.ZodType>(c: AppContext, query: QueryOf<Query> | undefined): z.output<Query>;
function judgedQuery(c: AppContext, query: QueryOf<z.ZodType> | undefined): unknown {
  return query === undefined ? undefined : readQuery(c, query.schema);
}

async function judgedBody<Body extends z.ZodType>(
  c: AppContext,
  body: BodyOf<Body> | undefined,
): Promise<z.output<Body>>;
async function judgedBody(c: AppContext, body: BodyOf<z.ZodType> | undefined): Promise<unknown> {
  if (body === undefined) return undefined;
  const said = await readJson(c, body.maxBytes ?? MAX_JSON_BYTES);
  return parseAs(body.schema, body.mayBeEmpty === true ? (said ?? {}) : said);
}

function inPathOf<Path extends string>(c: AppContext, path: Path): InPath<Path>;
function inPathOf(c: AppContext, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => [name, c.req.param(name) ?? '']),
  );
}

// Shared by many definitions.

const JSON_TYPE = 'application/json';
export const ABOUT_PAGE = { offset: 'Where to begin, from 0', limit: `How many, at most ${MAX_PAGE_SIZE}` } as const;
export const PAGE = { schema: pageQuerySchema, about: ABOUT_PAGE };
export const NO_CONTENT = { status: 204, type: JSON_TYPE } as const;
/** OpenAPI cannot describe sockets, so what follows the upgrade is described in words. */
export const SOCKET = { status: 101, type: JSON_TYPE } as const;
export const TAKEN = { status: 200, type: JSON_TYPE, schema: z.object({ ok: z.boolean() }) } as const;

export function json(schema: z.ZodType, status = 200): Call['answer'] {
  return { status, type: JSON_TYPE, schema };
}

export function bytes(type: string): Call['answer'] {
  return { status: 200, type };
}
