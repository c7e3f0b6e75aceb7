import { importOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { Person } from './person.ts';

/** By whom an import was made, and with which template. */
export interface Ownership {
  readonly createdBy: string;
  readonly template: string;
}

/** Preparers find what is theirs, a token for one template what was made with it. To them the rest is not there. */
function isVisible(person: Person, { createdBy, template }: Ownership): boolean {
  if (person.role === 'preparer' && createdBy !== person.name) return false;
  return person.template === null || person.template === template;
}

export async function requireVisibleImport(c: AppContext, id: string): Promise<void> {
  if ((await seen(c, id)) !== 'theirs') return;
  throw new ApiError({ code: 'import_not_found' });
}

/** An id for a new import that already names one this person may not see. */
export async function requireFreeId(c: AppContext, id: string): Promise<void> {
  if ((await seen(c, id)) === 'theirs') throw new ApiError({ code: 'import_exists' });
}

/** Only those who are not shown everything cost a question. What is not there is said by whoever looks for it. */
async function seen(c: AppContext, id: string): Promise<'own' | 'theirs'> {
  const person = c.get('person');
  if (person.role !== 'preparer' && person.template === null) return 'own';
  const ownership = await importOf(c, id).ownership();
  return ownership === null || isVisible(person, ownership) ? 'own' : 'theirs';
}
