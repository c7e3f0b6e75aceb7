import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../../worker/app.ts';
import { CALLS } from '../../../worker/routes/calls.ts';
import { openApiDocument } from '../../../worker/openapi/document.ts';
import { ask } from '../support/edge.ts';

const METHODS = z.enum(['get', 'head', 'post', 'put', 'patch', 'delete']);
const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.object({ type: z.string() }) }).loose(),
  ),
  responses: z.record(z.string().regex(/^[1-5]\d\d$|^default$/), z.object({ description: z.string().min(1) }).loose()),
  security: z.array(z.unknown()).optional(),
});
const document = z.object({
  openapi: z.literal('3.1.0'),
  servers: z.array(z.object({ url: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string(), description: z.string().min(1) })),
  info: z.object({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.object({ name: z.literal('MIT'), identifier: z.literal('MIT') }),
  }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(METHODS, operation)),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    securitySchemes: z.object({ teamToken: z.object({ type: z.literal('http'), scheme: z.literal('bearer') }) }),
  }),
});

async function read() {
  const answer = await ask('/openapi.json', { token: null });
  expect(answer.headers.get('content-type')).toBe('application/json');
  const text = await answer.text();
  return { text, parsed: document.parse(JSON.parse(text)) };
}

describe('the description of the API', () => {
  it('lists every call the Worker has, and none it has not', async () => {
    const { parsed } = await read();
    const described = Object.entries(parsed.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method} ${path}`),
    );
    const own = new Set(['get /openapi.json', 'get /docs', 'get /docs.css', 'get /join']);
    const routed = createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      // Hono has no HEAD routes; the GET route of the upload answers only HEAD.
      .map((call) => (call === 'get /api/imports/{id}/file' ? 'head /api/imports/{id}/file' : call))
      .filter((call) => !own.has(call));
    expect(described.toSorted()).toEqual([...new Set(routed)].toSorted());
  });

  it('names every operation as a function of a client, in a room, with what may go well and wrong', async () => {
    const { parsed } = await read();
    const all = Object.values(parsed.paths).flatMap((calls) => Object.values(calls));
    const ids = all.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z]+(?:[A-Z][a-z0-9]*)*$/.test(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(
        'listTemplates createTemplate replaceTemplate deleteTemplate launchImport getImportResultsCsv'
          .concat(' decideImportCampaign replayDestinationDelivery getUploadOffset listImportIssues')
          .split(' '),
      ),
    );
    const rooms = parsed.tags.map(({ name }) => name);
    for (const { operationId, tags, responses } of all) {
      const statuses = Object.keys(responses);
      expect([operationId, rooms.filter((room) => tags.includes(room))]).toEqual([operationId, tags]);
      expect([operationId, statuses.some((status) => /^2|^default/.test(status))]).toEqual([operationId, true]);
      expect([operationId, statuses.some((status) => status.startsWith('4'))]).toEqual([operationId, true]);
    }
  });

  it('names every parameter of every path, and asks for the token wherever the Worker does', async () => {
    const { parsed } = await read();
    for (const [path, calls] of Object.entries(parsed.paths)) {
      for (const call of Object.values(calls)) {
        const inPath = call.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(inPath).toEqual(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name));
        expect([path, call.security]).toEqual([path, path.startsWith('/api') ? undefined : []]);
        if (path.startsWith('/api')) expect(Object.keys(call.responses)).toContain('401');
      }
    }
  });

  it('gives examples that the Worker itself would take, or say', () => {
    const examples = CALLS.flatMap(({ method, path, body, answer }) =>
      [body, answer].flatMap((part) =>
        Object.entries(part?.examples ?? {}).map(([what, value]) => ({
          what,
          value,
          schema: part?.schema,
          method,
          path,
        })),
      ),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const { what, value, schema } of examples) expect([what, schema?.parse(value)]).toEqual([what, value]);
    const shown = z
      .record(
        z.string(),
        z.record(z.string(), z.object({ requestBody: z.unknown(), responses: z.unknown() }).partial()),
      )
      .parse(openApiDocument().paths);
    for (const { what, value, method, path } of examples) {
      expect(JSON.stringify(shown[path]?.[method])).toContain(
        JSON.stringify({ [what]: { summary: what, value } }).slice(1, -1),
      );
    }
  });

  it('leaves no reference open', async () => {
    const { text, parsed } = await read();
    const names = Array.from(text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g), ([, name = '']) => name);
    expect(new Set(names)).toEqual(new Set(Object.keys(parsed.components.schemas)));
    expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/)).toBeNull();
    for (const schema of Object.values(parsed.components.schemas)) expect(schema).not.toHaveProperty('$ref');
  });
});
