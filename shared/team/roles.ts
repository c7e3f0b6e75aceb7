/**
 * What a person or script may do. Each role may do what the roles before it may, but a preparer sees only their own
 * imports.
 */
export const ROLES = ['viewer', 'preparer', 'launcher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Groups of roles that calls are open to. */
const GROUPS = {
  everybody: ROLES,
  /** Roles that see everybody's imports. */
  watchers: ['viewer', 'launcher', 'admin'],
  /** Everybody except viewers. */
  preparers: ['preparer', 'launcher', 'admin'],
  launchers: ['launcher', 'admin'],
  admins: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Group = keyof typeof GROUPS;

export function rolesOf(group: Group): readonly Role[] {
  return GROUPS[group];
}

export function isIn(role: Role, group: Group): boolean {
  return rolesOf(group).includes(role);
}

/** One person may hold several tokens, with the name spelled differently. */
export function isSamePerson(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
