import { importOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { Person } from './person.ts';

/** Who made an import, and with which template. */
export interface Ownership {
  readonly createdBy: string;
  readonly template: string;
}

/**
 * Preparers see their own imports; a token for one template sees imports made with it. For them other imports do not
 * exist.
 */
function isVisible(person: Person, { createdBy, template }: Ownership): boolean {
  if (person.role === 'preparer' && createdBy !== person.name) return false;
  return person.template === null || person.template === template;
}

export async function requireVisibleImport(c: AppContext, id: string): Promise<void> {
  if ((await seen(c, id)) !== 'theirs') return;
  throw new ApiError({ code: 'import_not_found' });
}

/** Refuses an id for a new import that already belongs to an import this person may not see. */
export async function requireFreeId(c: AppContext, id: string): Promise<void> {
  if ((await seen(c, id)) === 'theirs') throw new ApiError({ code: 'import_exists' });
}

/**
 * Only people who may not see everything cost a lookup. That an import does not exist is reported by the code that
 * looks for it.
 */
async function seen(c: AppContext, id: string): Promise<'own' | 'theirs'> {
  const person = c.get('person');
  if (person.role !== 'preparer' && person.template === null) return 'own';
  const ownership = await importOf(c, id).ownership();
  return ownership === null || isVisible(person, ownership) ? 'own' : 'theirs';
}
