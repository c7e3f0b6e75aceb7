import type { Account } from '../../shared/protocol/account.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import { isIn, isSamePerson } from '../../shared/team/roles.ts';
import type { Group, Role } from '../../shared/team/roles.ts';

/**
 * Who the person is to the Worker; null while it has not answered. Then nothing is held back, because the Worker judges
 * every call itself.
 */
export type Me = Pick<Account, 'role' | 'user'> | null;

export function may(me: Me, group: Group): boolean {
  return me === null || isIn(me.role, group);
}

/** What pressing Start does: make calls, ask others to, or nothing. */
export type StartKind = 'start' | 'ask' | 'none';

/** `above`: with more contacts than this, a start needs a second person; null means never. */
export function startKind(me: Me, above: number | null, contacts: number): StartKind {
  if (me === null) return 'start';
  if (!isIn(me.role, 'preparers')) return 'none';
  if (!isIn(me.role, 'launchers')) return 'ask';
  return above !== null && contacts > above ? 'ask' : 'start';
}

/** What a person can do about an import whose start was asked for: judge it, or wait for others. */
export type ApprovalPart = 'judge' | 'own' | 'watch';

export function approvalPart(me: Me, { approval }: Pick<ImportSummary, 'approval'>): ApprovalPart | null {
  if (approval?.state !== 'asked') return null;
  if (me !== null && isSamePerson(approval.by, me.user)) return 'own';
  return may(me, 'launchers') && me !== null ? 'judge' : 'watch';
}

/** The imports that wait for this person. */
export function waitingFor(me: Me, imports: readonly ImportSummary[]): ImportSummary[] {
  return imports.filter((one) => one.state === 'checked' && approvalPart(me, one) === 'judge');
}

/** Everybody may use every template; a preparer may change only their own. */
export function mayChangeTemplate(me: Me, createdBy: string): boolean {
  if (me === null || me.role !== 'preparer') return may(me, 'preparers');
  return createdBy === me.user;
}

/** The role whose missing rights are explained on screen; null if nothing is held back. */
export function heldBack(me: Me): Exclude<Role, 'admin' | 'launcher'> | null {
  return me?.role === 'viewer' || me?.role === 'preparer' ? me.role : null;
}
