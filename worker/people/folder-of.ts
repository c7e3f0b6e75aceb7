import { MAX_IMPORTS_OF_A_PERSON, MAX_TEST_CALLS_LOOKED_THROUGH } from '../../shared/people-limits.ts';
import { toE164 } from '../../shared/phone/judge-number.ts';
import { accountsOf, importOf, peopleOf, type AppContext } from '../context.ts';
import { IMPORT_STATES } from '../../shared/protocol/import.ts';
import type { ContactSearch } from '../../shared/protocol/contact.ts';
import type { Person } from '../../shared/protocol/person.ts';
import type { KnownPerson } from './one-person.ts';

type Launch = Pick<KnownPerson['launches'][number], 'importId' | 'by'>;

/**
 * The folder for a complaint: what the list and the ledger know of a number, and from each import its rows and every
 * attempt.
 */
export async function folderOf(c: AppContext, number: number): Promise<Person> {
  const { entries, removals, launches } = await peopleOf(c).known(number);
  const imports: Person['imports'] = [];
  // One import after another, because each may read a file of a million rows.
  for (const launch of [...(await testCalls(c)), ...launches.slice(0, MAX_IMPORTS_OF_A_PERSON)]) {
    const found = await importWith(c, launch, toE164(number));
    if (found !== null) imports.push(found);
  }
  const now = Date.now();
  return {
    number: toE164(number),
    suppressed: entries.some(({ expires }) => expires === null || Date.parse(expires) > now),
    entries,
    removals: removals.map(({ at, by, reason, source }) => ({ at: new Date(at).toISOString(), by, reason, source })),
    imports,
    attempts: imports.reduce(
      (sum, { contacts }) => sum + contacts.reduce((some, { calls }) => some + calls.length, 0),
      0,
    ),
    asOf: new Date(now).toISOString(),
  };
}

/** Test calls are not in the ledger, because they count nowhere; a complaint about one is answered all the same. */
async function testCalls(c: AppContext): Promise<Launch[]> {
  const states = IMPORT_STATES.map((state) => `test ${state}` as const);
  const page = { offset: 0, limit: MAX_TEST_CALLS_LOOKED_THROUGH };
  const { items } = await accountsOf(c).imports({ ...page, search: '', states, createdBy: null, template: null });
  return items.map(({ id, createdBy }) => ({ importId: id, by: createdBy }));
}

/** Null if the import is gone or no longer holds the number. */
async function importWith(
  c: AppContext,
  { importId, by }: Launch,
  number: string,
): Promise<Person['imports'][number] | null> {
  const stub = importOf(c, importId);
  const summary = await stub.summary();
  const found = summary === null ? null : await stub.findContact(number);
  if (summary === null || found === null || !found.ok) return null;
  const { items }: ContactSearch = found.value;
  if (items.length === 0) return null;
  const { id, name, template, channel, state, launchedAt } = summary;
  return { id, name, template: template.name, channel, state, launchedBy: by, launchedAt, contacts: items };
}
