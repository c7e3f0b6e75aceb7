import { rolesOf, type Group } from '../../shared/team/roles.ts';

/** Who may make a call. `unless`: with this parameter in the address, a higher role is needed. */
export type Rule = Group | { readonly who: Group; readonly unless: readonly [name: string, value: string, who: Group] };

/**
 * Every call below /api and who may make it; this table is the only place that says so. A call that is not listed is
 * refused to everybody. Preparers find only their own imports and change only their own templates: see
 * `worker/middleware/role-gate.ts`.
 */
export const WHO_MAY: Readonly<Record<string, Rule>> = {
  'GET /api/account': 'everybody',
  'GET /api/account/export': 'admins',
  'POST /api/account/import': 'admins',
  'GET /api/health': 'everybody',

  'GET /api/templates': 'everybody',
  'POST /api/templates': 'preparers',
  'GET /api/templates/{id}': 'everybody',
  'PUT /api/templates/{id}': 'preparers',
  'DELETE /api/templates/{id}': 'preparers',

  'GET /api/imports': 'everybody',
  'POST /api/imports/find': 'everybody',
  'POST /api/imports': { who: 'preparers', unless: ['launch', 'true', 'launchers'] },
  'GET /api/imports/{id}': 'everybody',
  'DELETE /api/imports/{id}': 'preparers',
  'HEAD /api/imports/{id}/file': 'preparers',
  'PATCH /api/imports/{id}/file': 'preparers',
  'POST /api/imports/{id}/check': 'preparers',
  'GET /api/imports/{id}/preview': 'everybody',
  'GET /api/imports/{id}/issues': 'everybody',
  'GET /api/imports/{id}/issues.csv': 'everybody',
  'POST /api/imports/{id}/launch': 'launchers',
  'POST /api/imports/{id}/ask': 'preparers',
  'POST /api/imports/{id}/approve': 'launchers',
  'POST /api/imports/{id}/send-back': 'launchers',
  'POST /api/imports/{id}/pause': 'preparers',
  'POST /api/imports/{id}/resume': 'launchers',
  'POST /api/imports/{id}/stop': 'preparers',
  'POST /api/imports/{id}/campaigns/{seq}/decide': 'launchers',
  'GET /api/imports/{id}/live': 'everybody',
  'GET /api/imports/{id}/results.csv': 'everybody',
  'GET /api/imports/{id}/issues.xlsx': 'preparers',
  'GET /api/imports/{id}/results.xlsx': 'preparers',
  'GET /api/imports/{id}/results.ndjson': 'everybody',
  'GET /api/imports/{id}/contacts': 'everybody',
  'POST /api/imports/{id}/contacts': 'everybody',
  'GET /api/imports/{id}/pace': 'everybody',
  'GET /api/imports/{id}/callbacks': 'everybody',

  'POST /api/test-calls': 'preparers',

  'GET /api/campaigns': 'watchers',
  'POST /api/campaigns/find': 'watchers',
  'GET /api/campaigns/{sid}': 'watchers',
  'PUT /api/campaigns/{sid}': 'launchers',
  'DELETE /api/campaigns/{sid}': 'launchers',
  'POST /api/campaigns/{sid}/actions': 'launchers',
  'GET /api/campaigns/{sid}/calls': 'watchers',
  'POST /api/campaigns/{sid}/calls/find': 'watchers',
  'POST /api/campaigns/{sid}/adopt': 'launchers',
  'GET /api/exophones': 'everybody',
  'GET /api/lists': 'watchers',
  'DELETE /api/lists/{sid}': 'launchers',

  // A sink's addresses are signed, so anybody who sees them can report through them.
  'POST /api/sinks': 'launchers',
  'GET /api/sinks': 'launchers',
  'GET /api/sinks/{id}': 'launchers',
  'DELETE /api/sinks/{id}': 'admins',
  'GET /api/callbacks': 'watchers',
  'POST /api/callbacks/find': 'watchers',
  'POST /api/callbacks/export': 'watchers',
  'GET /api/callbacks.ndjson': 'watchers',
  'GET /api/callbacks/live': 'watchers',
  'POST /api/live-tickets': 'everybody',
  'POST /api/destinations': 'admins',
  'GET /api/destinations': 'admins',

  'GET /api/destinations/{id}': 'admins',
  'PATCH /api/destinations/{id}': 'admins',
  'DELETE /api/destinations/{id}': 'admins',
  'POST /api/destinations/{id}/rotate': 'admins',
  'POST /api/destinations/{id}/test': 'admins',
  'GET /api/destinations/{id}/deliveries': 'admins',
  'POST /api/destinations/{id}/replay': 'admins',
  'POST /api/destinations/{id}/deliveries/{delivery}/replay': 'admins',

  'GET /api/people/{number}': 'launchers',
  'POST /api/people/find': 'launchers',
  'POST /api/people/screen': 'preparers',
  'POST /api/people/erase': 'admins',
  'GET /api/suppressions': 'everybody',
  'GET /api/suppressions.csv': 'everybody',
  'POST /api/suppressions': { who: 'preparers', unless: ['mode', 'replace', 'admins'] },
  'DELETE /api/suppressions/{id}': 'admins',
  'DELETE /api/suppressions/uploads/{upload}': 'admins',
  'GET /api/settings': 'everybody',
  'PUT /api/settings': 'admins',
  'POST /api/stop-everything': 'preparers',
  'GET /api/stop-everything': 'everybody',
  'DELETE /api/stop-everything': 'launchers',

  'POST /api/tokens': 'admins',
  'GET /api/tokens': 'admins',
  'DELETE /api/tokens/{id}': 'admins',
  'POST /api/invites': 'admins',
  'GET /api/usage': 'admins',
  'GET /api/audit': 'admins',
  'GET /api/audit.ndjson': 'admins',
};

/**
 * What a token for a single template may call, beside its imports and within its role; everything else belongs to the
 * whole team.
 */
const OF_ONE_TEMPLATE: ReadonlySet<string> = new Set([
  'GET /api/account',
  'GET /api/exophones',
  'GET /api/templates',
  'GET /api/templates/{id}',
  'POST /api/test-calls',
  'POST /api/live-tickets',
  'POST /api/people/screen',
  'GET /api/settings',
  // Everybody may stop calls; not everybody may let them ring again.
  'POST /api/stop-everything',
  'GET /api/stop-everything',
]);

/** `path` is written as in the table, with `{id}`. */
export function isOfOneTemplate(method: string, path: string): boolean {
  return /^\/api\/imports(?:\/|$)/.test(path) || OF_ONE_TEMPLATE.has(`${method} ${path}`);
}

export function groupOf(rule: Rule): Group {
  return typeof rule === 'string' ? rule : rule.who;
}

/** The rule in words, for the documentation. */
export function whoMaySentence(rule: Rule): string {
  const sentence = `Roles: ${rolesOf(groupOf(rule)).join(', ')}.`;
  if (typeof rule === 'string') return sentence;
  const [name, value, who] = rule.unless;
  return `${sentence} With ${name}=${value}: ${rolesOf(who).join(', ')}.`;
}
