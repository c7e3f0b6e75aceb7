import { z } from 'zod';
import { accountIssues } from '../../shared/template/account-issues.ts';
import { templateIssues } from '../../shared/template/template-issues.ts';
import {
  templateInputSchema,
  templateSchema,
  type Template,
  type TemplateInput,
} from '../../shared/template/template-schema.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { accountRules } from '../import/record/import-settings.ts';
import { accountsOf, configOf, peopleOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../new-id.ts';
import { changedFields } from '../team/changed-fields.ts';
import { readJson } from '../request-body.ts';
import { call, json, NO_CONTENT, PAGE, type Call } from './call.ts';

/** Who names what they saw takes nobody else's change back. */
const SEEN = {
  schema: z.object({ seen: z.string().min(1).optional() }),
  about: { seen: 'The `updatedAt` it was read with: refused where somebody has changed it since' },
};
const reads = { body: { type: 'application/json', schema: templateInputSchema } };

export const TEMPLATE_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/templates',
    summary: 'Templates, newest first',
    query: PAGE,
    answer: json(pageSchema(templateSchema)),
    refusals: [401],
    async handle(c, { query: page }) {
      const only = c.get('person').template;
      if (only === null) return c.json({ ...(await accountsOf(c).templates(page.offset, page.limit)), ...page });
      const template = await accountsOf(c).template(only);
      const items = template === null ? [] : [template];
      return c.json({ items: items.slice(page.offset, page.offset + page.limit), total: items.length, ...page });
    },
  }),
  call({
    method: 'post',
    path: '/api/templates',
    summary: 'Make a template',
    reads,
    answer: json(templateSchema, 201),
    refusals: [400, 401, 422],
    async handle(c) {
      const input = await readTemplate(c);
      const now = new Date().toISOString();
      const template: Template = { ...input, id: newId(), createdAt: now, updatedAt: now, createdBy: c.get('user') };
      await accountsOf(c).saveTemplate(template);
      return c.json(template, 201, { location: `/api/templates/${template.id}` });
    },
  }),
  call({
    method: 'get',
    path: '/api/templates/{id}',
    summary: 'One template',
    answer: json(templateSchema),
    refusals: [401, 404],
    handle: async (c, { id }) => c.json(await findTemplate(c, id)),
  }),
  call({
    method: 'put',
    path: '/api/templates/{id}',
    summary: 'Replace a template; imports already launched keep theirs',
    reads,
    query: SEEN,
    answer: json(templateSchema),
    refusals: [400, 401, 404, 409, 422],
    async handle(c, { id, query: { seen } }) {
      const before = await findTemplate(c, id);
      const input = await readTemplate(c);
      if (seen !== undefined && seen !== before.updatedAt) throw new ApiError({ code: 'template_changed' });
      const { createdAt, createdBy } = before;
      const template: Template = { ...input, id, createdAt, createdBy, updatedAt: new Date().toISOString() };
      await accountsOf(c).saveTemplate(template);
      c.set('trail', changedFields(before, template));
      return c.json(template);
    },
  }),
  call({
    method: 'delete',
    path: '/api/templates/{id}',
    summary: 'Delete a template',
    answer: NO_CONTENT,
    refusals: [401, 404],
    async handle(c, { id }) {
      if (!(await accountsOf(c).deleteTemplate(id))) throw new ApiError({ code: 'template_not_found' });
      return c.body(null, 204);
    },
  }),
];

export async function findTemplate(c: AppContext, id: string): Promise<Template> {
  const only = c.get('person').template;
  const template = only === null || only === id ? await accountsOf(c).template(id) : null;
  if (template === null) throw new ApiError({ code: 'template_not_found' });
  return template;
}

/** Removes fields that the Worker sets itself, so that a client may send back a template as it read it. */
function withoutOwn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !OWN.has(key)));
}

const OWN = new Set(['id', 'createdAt', 'updatedAt', 'createdBy']);

async function readTemplate(c: AppContext): Promise<TemplateInput> {
  const config = configOf(c);
  const parsed = templateInputSchema.safeParse(withoutOwn(await readJson(c)));
  if (!parsed.success) throw new ApiError({ code: 'invalid_template', details: templateIssues(parsed.error) });
  const account = accountRules(config, await peopleOf(c).calendar());
  const issues = accountIssues(parsed.data, account);
  if (issues.length > 0) throw new ApiError({ code: 'invalid_template', details: issues });
  return parsed.data;
}
