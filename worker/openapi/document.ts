import { z } from 'zod';
import { VERSION } from '../../shared/version.ts';
import { errorEnvelopeSchema } from '../../shared/protocol/error-envelope.ts';
import { rolesOf } from '../../shared/team/roles.ts';
import { CALLS } from '../routes/calls.ts';
import { aboutRoom, operationIdOf, roomOf } from './operation-id.ts';
import { groupOf, whoMaySentence, WHO_MAY } from './who-may.ts';
import type { Call } from '../routes/call.ts';

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly tags: readonly Json[];
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Record<string, Json>; readonly securitySchemes: Json };
  readonly security: readonly Json[];
}

let made: OpenApiDocument | null = null;

/** The OpenAPI 3.1 document. Its JSON Schemas are made from the zod schemas that judge requests. */
export function openApiDocument(): OpenApiDocument {
  made ??= makeDocument();
  return made;
}

function makeDocument(): OpenApiDocument {
  const schemas: Record<string, Json> = {};
  schemas['Error'] = toSchema(errorEnvelopeSchema, 'output', schemas);
  const paths: Record<string, Record<string, Json>> = {};
  for (const call of CALLS) {
    paths[call.path] = { ...paths[call.path], [call.method]: toOperation(call, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dialsheet',
      version: VERSION,
      description: 'A contact file becomes Exotel campaigns, launched exactly once and watched live.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative, so that it means the server the document was read from.
    servers: [{ url: '/' }],
    tags: [...new Set(CALLS.map(roomOf))].map((name) => ({ name, description: aboutRoom(name) })),
    paths,
    components: { schemas, securitySchemes: { teamToken: { type: 'http', scheme: 'bearer' } } },
    security: [{ teamToken: [] }],
  };
}

function toOperation(call: Call, schemas: Record<string, Json>): Json {
  const inPath = Array.from(call.path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(call.parameters).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  const rule = WHO_MAY[`${call.method.toUpperCase()} ${call.path}`];
  const isForSome = rule !== undefined && rule !== 'everybody';
  const refusals = Object.fromEntries(
    [...new Set([...call.refusals, ...(isForSome ? [403] : [])])].map((status) => [
      String(status),
      { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    ]),
  );
  // Cloudflare gives this answer itself, before the Worker sees the call.
  const overLimit = { '429': { description: 'The daily requests of the Cloudflare account are used up' } };
  // OpenAPI cannot describe sockets: nothing after the 101.
  const opened = call.answer.status === 101 ? { default: { description: 'The socket is not opened' } } : {};
  const answer = {
    [String(call.answer.status)]: { description: call.summary, ...contentOf(call.answer, 'output', schemas) },
  };
  return {
    operationId: operationIdOf(call),
    tags: [roomOf(call)],
    summary: call.summary,
    ...(rule === undefined ? {} : { description: whoMaySentence(rule), 'x-roles': rolesOf(groupOf(rule)) }),
    parameters: [...inPath, ...inQuery],
    ...(call.body === undefined ? {} : { requestBody: { content: bodyContent(call, schemas) } }),
    responses: { ...answer, ...opened, ...overLimit, ...refusals },
    ...(call.open === true ? { security: [] } : {}),
  };
}

function bodyContent(call: Call, schemas: Record<string, Json>): Json {
  const content = contentOf(call.body, 'input', schemas).content ?? {};
  return call.takesFile === true ? { 'text/csv': { schema: { type: 'string' } }, ...content } : content;
}

function contentOf(part: Call['body'], io: 'input' | 'output', schemas: Record<string, Json>): { content?: Json } {
  if (part === undefined) return {};
  if (part.schema === undefined)
    return part.type === 'application/json' ? {} : { content: { [part.type]: { schema: { type: 'string' } } } };
  const examples = part.examples === undefined ? {} : { examples: toExamples(part.examples) };
  const id = part.schema.meta()?.id;
  const schema = toSchema(part.schema, io, schemas);
  if (id === undefined) return { content: { [part.type]: { schema, ...examples } } };
  schemas[id] ??= schema;
  return { content: { [part.type]: { schema: { $ref: `#/components/schemas/${id}` }, ...examples } } };
}

function toExamples(examples: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(examples).map(([summary, value]) => [summary, { summary, value }]));
}

const definitionsSchema = z.record(z.string(), z.record(z.string(), z.unknown())).default({});

/**
 * Moves named schemas to where OpenAPI keeps them; a reference to `#/$defs` would be looked up from the root of the
 * whole document.
 */
function toSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const made = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }));
  const placed = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(made.replaceAll('"#/$defs/', '"#/components/schemas/')));
  const { $schema: _dialect, $defs, ...rest } = placed;
  for (const [id, definition] of Object.entries(definitionsSchema.parse($defs))) schemas[id] ??= definition;
  return rest;
}
