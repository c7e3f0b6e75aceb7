import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Call } from '../dialler/call.ts';
import type { Refusal } from '../http/refusal.ts';
import type { ContactList } from './contact-list.ts';

/** The list that a path names; a deleted list is not found (a guess). */
export function findList({ account, id }: Pick<Call, 'account' | 'id'>): Result<ContactList, Refusal> {
  const list = account.book.list(id);
  return list === undefined ? err({ code: 'not_found', description: 'Not Found' }) : ok(list);
}
