import { MAX_FILE_BYTES } from '../../../shared/limits.ts';
import { OUTCOMES, type Outcome } from '../../../shared/protocol/outcomes.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { checkImport } from './check-import.ts';
import { takeOrFindFile, type IntakeWorld } from './one-shot-upload.ts';
import type { Fault } from '../../errors.ts';
import type { EarlierContacts } from '../reports/contacts-csv.ts';
import type { ImportRecord, OpenInput } from '../record/import-record.ts';

/**
 * Which contacts of an earlier import: those with one of these outcomes who pressed a key with one of these meanings;
 * an empty list means all.
 */
export interface EarlierChoice {
  readonly outcomes: readonly Outcome[];
  readonly keys: readonly string[];
}

/** Calls contacts of `from` again, with a template of its own. `name` null: named after the earlier import. */
export type AgainInput = Pick<OpenInput, 'id' | 'createdBy' | 'template' | 'callbackBase'> & {
  readonly name: string | null;
  readonly from: EarlierChoice & { readonly id: string };
};

/**
 * For a new id, the earlier import's rows become its file, and from then on it is an import like any other. A known id
 * finds the existing import if it was made of the same outcomes. People who reached these outcomes since then are not
 * added to it.
 */
export async function takeOrFindContacts(
  world: IntakeWorld & {
    readonly contacts: (id: string, choice: EarlierChoice) => Promise<Result<EarlierContacts, Fault>>;
  },
  input: AgainInput,
): Promise<Result<ImportRecord, Fault>> {
  const { session } = world;
  const { name, from, ...opening } = input;
  const outcomes = OUTCOMES.filter((outcome) => from.outcomes.includes(outcome));
  const choice = { outcomes, keys: [...new Set(from.keys)].toSorted() };
  const known = session.record();
  if (known !== null) {
    if (!isSameOrigin(known, from.id, choice)) return err({ code: 'import_exists' });
    return known.check === null ? checkImport(world, {}) : ok(known);
  }
  const contacts = await world.contacts(from.id, choice);
  if (!contacts.ok) return contacts;
  const { file, fileName, columns, name: earlierName } = contacts.value;
  const taken = await takeOrFindFile(
    world,
    {
      ...opening,
      name: name ?? `${earlierName} again`,
      fileName,
      fileBytes: MAX_FILE_BYTES,
      columns,
      origin: { kind: 'import', id: from.id, name: earlierName, ...choice },
    },
    file,
  );
  return taken.ok ? taken : err(faultOf(taken.error));
}

function isSameOrigin({ origin }: ImportRecord, id: string, { outcomes, keys }: EarlierChoice): boolean {
  if (origin.kind !== 'import' || origin.id !== id) return false;
  // An import stored before keys could be chosen has none.
  const { keys: before = [] } = origin as Partial<typeof origin>;
  return origin.outcomes.join() === outcomes.join() && before.join() === keys.join();
}

/** We made this file ourselves, so a fault in it is reported in other words. */
function faultOf(fault: Fault): Fault {
  if (fault.exact === 'no_rows' || fault.exact === 'empty_file') {
    return {
      code: 'nothing_to_call',
      message: 'Nobody of that import ended so, or pressed that. Choose other outcomes or keys.',
    };
  }
  return fault.code === 'upload_incomplete' ? { code: 'overloaded' } : fault;
}
