import { rolesOf, type Group } from '../../shared/team/roles.ts';
import { WHO_MAY, type Rule } from '../openapi/who-may.ts';

const PATTERNS = Object.entries(WHO_MAY).map(([call, rule]) => {
  const [method = '', path = ''] = call.split(' ');
  const pattern = path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+');
  return { method, path, rule, shape: new RegExp(`^${pattern}$`) };
});

export interface FoundRule {
  readonly method: string;
  /** As written in the documentation, with `{id}`. */
  readonly path: string;
  readonly who: Group;
}

/**
 * The table's rule for a request; null if it is not a call of ours. If two lines match, the stricter one applies:
 * whichever of them the router takes, nobody gets more than either allows.
 */
export function findRule(method: string, path: string, values: (name: string) => readonly string[]): FoundRule | null {
  const fitting = PATTERNS.filter((each) => isAsked(each.method, method) && each.shape.test(path));
  const rules = fitting.map((each) => ({ method: each.method, path: each.path, who: groupFor(each.rule, values) }));
  return rules.toSorted((a, b) => rolesOf(a.who).length - rolesOf(b.who).length)[0] ?? null;
}

/** The router answers HEAD wherever it answers GET. */
function isAsked(known: string, method: string): boolean {
  return known === method || (method === 'HEAD' && known === 'GET');
}

function groupFor(rule: Rule, values: (name: string) => readonly string[]): Group {
  if (typeof rule === 'string') return rule;
  const [name, value, who] = rule.unless;
  return values(name).includes(value) ? who : rule.who;
}
