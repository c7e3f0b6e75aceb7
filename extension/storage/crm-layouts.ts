import '../zod-setup.ts';
import { z } from 'zod';
import { OUTCOMES } from '../../shared/protocol/outcomes.ts';
import type { CrmLayout } from '../files/crm-layout.ts';
import { digestOf } from './digest-of.ts';
import type { StorageArea } from './settings.ts';
import { rememberIfKept } from './with-storage-lock.ts';

const KEY = 'crmLayouts';
/** How many templates are remembered; the oldest is forgotten first. */
const MAX_REMEMBERED = 50;

const column = z.int().min(0);
const entrySchema = z.object({
  template: z.string(),
  headings: z.string(),
  first: column.nullable(),
  leftOut: z.array(column),
  into: column.nullable(),
  heading: z.string(),
  words: z.partialRecord(z.enum(OUTCOMES), z.string()),
});

/**
 * How a template's results go back to another tool. Headings are remembered as a hash, so that nothing of a file is
 * stored.
 */
export function createCrmLayouts(area: StorageArea) {
  async function all(): Promise<z.infer<typeof entrySchema>[]> {
    const stored = (await area.get(KEY))[KEY];
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      const read = entrySchema.safeParse(entry);
      return read.success ? [read.data] : [];
    });
  }
  return {
    /** With other headings the column positions mean nothing, but the words stay. Null if nothing is remembered. */
    async read(template: string, headings: readonly string[], usual: CrmLayout): Promise<CrmLayout | null> {
      const found = (await all()).find((entry) => entry.template === template);
      if (found === undefined) return null;
      const { first, leftOut, into, heading, words } = found;
      if (found.headings !== (await digestOf(headings))) return { ...usual, heading, words };
      return { first, leftOut, into, heading, words };
    },
    async remember(template: string, headings: readonly string[], layout: CrmLayout): Promise<void> {
      const digest = await digestOf(headings);
      await rememberIfKept(KEY, async () => {
        const others = (await all()).filter((entry) => entry.template !== template);
        const next = [{ template, headings: digest, ...layout }, ...others].slice(0, MAX_REMEMBERED);
        await area.set({ [KEY]: next });
      });
    },
  };
}
