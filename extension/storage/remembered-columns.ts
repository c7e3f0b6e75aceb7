import '../zod-setup.ts';
import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import { columnChoiceSchema } from '../../shared/protocol/import-requests.ts';
import { digestOf } from './digest-of.ts';
import { rememberIfKept } from './with-storage-lock.ts';
import type { StorageArea } from './settings.ts';

/** Other choices about columns: further numbers, missing values, and how values are spoken. */
export type RememberedChoices = Pick<
  ColumnChoice,
  'callingCode' | 'more' | 'numbers' | 'required' | 'status' | 'fallbacks' | 'spoken'
>;

/** Which column was used for what in files with the same headings; positions from 1. */
export interface RememberedColumns {
  readonly number: number;
  readonly variables: Readonly<Record<string, number>>;
  /** An earlier version did not remember any. */
  readonly choices?: RememberedChoices;
}

type MaybeChosen = { readonly [Key in keyof ColumnChoice]: ColumnChoice[Key] | undefined };

const KEY = 'columns';
/** How many sets of headings are remembered; the oldest is forgotten first. */
const MAX_REMEMBERED = 100;

export type ColumnMemory = ReturnType<typeof createColumnMemory>;

/** Remembered by a hash, so that no heading of a file is stored. */
export function createColumnMemory(area: StorageArea) {
  async function all(): Promise<[string, RememberedColumns][]> {
    const stored = (await area.get(KEY))[KEY];
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      const parsed = parseEntry(entry);
      return parsed ? [parsed] : [];
    });
  }
  return {
    async read(headings: readonly string[], variables: readonly string[]): Promise<RememberedColumns | null> {
      const key = await keyOf(headings, variables);
      return (await all().catch((): [string, RememberedColumns][] => [])).find(([one]) => one === key)?.[1] ?? null;
    },
    async remember(
      headings: readonly string[],
      variables: readonly string[],
      columns: RememberedColumns,
    ): Promise<void> {
      const key = await keyOf(headings, variables);
      await rememberIfKept(KEY, async () => {
        const others = (await all()).filter(([one]) => one !== key);
        await area.set({ [KEY]: [[key, columns], ...others].slice(0, MAX_REMEMBERED) });
      });
    },
  };
}

function keyOf(headings: readonly string[], variables: readonly string[]): Promise<string> {
  return digestOf([headings, variables.toSorted()]);
}

function parseEntry(entry: unknown): [string, RememberedColumns] | null {
  if (!Array.isArray(entry)) return null;
  const [key, columns]: unknown[] = entry;
  if (typeof key !== 'string' || typeof columns !== 'object' || columns === null) return null;
  if (!('number' in columns) || !('variables' in columns)) return null;
  const { number, variables } = columns;
  if (typeof number !== 'number' || typeof variables !== 'object' || variables === null) return null;
  const positions = Object.entries(variables).flatMap(([name, position]: [string, unknown]) =>
    typeof position === 'number' ? [[name, position] as const] : [],
  );
  const known = { number, variables: Object.fromEntries(positions) };
  if (!('choices' in columns)) return [key, known];
  const choices = columnChoiceSchema.safeParse(columns.choices);
  return choices.success ? [key, { ...known, choices: choicesOf(choices.data) }] : null;
}

/** The part of a person's choices that is remembered. */
export function choicesOf(chosen: MaybeChosen): RememberedChoices {
  const { callingCode, more, numbers, required, status, fallbacks, spoken } = chosen;
  return {
    ...(callingCode !== undefined && { callingCode }),
    ...(more !== undefined && { more }),
    ...(numbers !== undefined && { numbers }),
    ...(required !== undefined && { required }),
    ...(status !== undefined && { status }),
    ...(fallbacks !== undefined && { fallbacks }),
    ...(spoken !== undefined && { spoken }),
  };
}
