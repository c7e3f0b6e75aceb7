/** What a person, or a script, may do; each may do what those before it may, but a preparer sees own imports alone. */
export const ROLES = ['viewer', 'preparer', 'launcher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Groups of roles that a call is open to. */
const GROUPS = {
  everybody: ROLES,
  /** Whoever may see everybody's imports. */
  watchers: ['viewer', 'launcher', 'admin'],
  /** Everybody but viewers. */
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

/** One person may hold several tokens, and write the name in another way. */
export function isSamePerson(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
