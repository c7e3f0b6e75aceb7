import type { MiddlewareHandler } from 'hono';
import { tryDecodeURIComponent } from 'hono/utils/url';
import { isIn, rolesOf } from '../../shared/team/roles.ts';
import { accountsOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { isOfOneTemplate } from '../openapi/who-may.ts';
import { findRule } from '../team/find-rule.ts';
import { requireVisibleImport } from '../team/visible-import.ts';

const READS = new Set(['GET', 'HEAD']);

/** Whether this person may make this call at all, and on this thing. It is judged before any body is read. */
export function roleGate(): MiddlewareHandler<AppTypes> {
  return async function checkRole(c, next) {
    const person = c.get('person');
    const { method, path } = c.req;
    const rule = findRule(method, path, (name) => c.req.queries(name) ?? []);
    if (rule === null) throw new ApiError({ code: 'not_found' });
    if (!isIn(person.role, rule.who) || (person.template !== null && !isOfOneTemplate(rule.method, rule.path)))
      throw new ApiError({ code: 'not_allowed', details: { role: person.role, needs: rolesOf(rule.who) } });
    // Decoded like the router does; otherwise one thing might be judged and another acted on.
    const id = tryDecodeURIComponent(path.split('/')[3] ?? '');
    if (rule.path.startsWith('/api/imports/{id}')) await requireVisibleImport(c, id);
    if (rule.path === '/api/templates/{id}' && !READS.has(method)) await requireOwnTemplate(c, id);
    await next();
  };
}

/** Everybody may use every template; preparers may change only those they made. */
async function requireOwnTemplate(c: AppContext, id: string): Promise<void> {
  const { role, name } = c.get('person');
  if (role !== 'preparer') return;
  const template = await accountsOf(c).template(id);
  if (template !== null && template.createdBy !== name)
    throw new ApiError({ code: 'not_allowed', details: { role, createdBy: template.createdBy } });
}
