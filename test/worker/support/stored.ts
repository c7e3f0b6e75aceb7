import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

/** Tables of ours in one object's storage, and its alarm: an object without either does not exist. */
export interface Stored {
  readonly tables: readonly string[];
  readonly hasAlarm: boolean;
}

/** The import that an object says it is of; null where it says none. */
function importOf({ sql }: DurableObjectStorage, tables: readonly string[]): string | null {
  const table = ['import', 'campaign'].find((name) => tables.includes(name));
  if (table === undefined) return null;
  const [row] = sql
    .exec<{ id: string | null }>(
      `SELECT coalesce(json_extract(body, '$.importId'), json_extract(body, '$.id')) AS id FROM ${table}`,
    )
    .toArray();
  return row?.id ?? null;
}

async function lookInto(storage: DurableObjectStorage): Promise<Stored & { readonly of: string | null }> {
  const tables = storage.sql
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'",
    )
    .toArray()
    .map(({ name }) => name);
  return { tables: tables.toSorted(), hasAlarm: (await storage.getAlarm()) !== null, of: importOf(storage, tables) };
}

export async function storedOf(id: string): Promise<Stored> {
  const { tables, hasAlarm } = await runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) =>
    lookInto(storage),
  );
  return { tables, hasAlarm };
}

/**
 * The content of every import and campaign object. Objects of other imports are left out, because work of an earlier
 * test may arrive late.
 */
export async function storedAnywhere(id: string): Promise<Stored[]> {
  const imports = (await listDurableObjectIds(env.IMPORTS)).map((object) =>
    runInDurableObject(env.IMPORTS.get(object), (_, { storage }) => lookInto(storage)),
  );
  const campaigns = (await listDurableObjectIds(env.CAMPAIGNS)).map((object) =>
    runInDurableObject(env.CAMPAIGNS.get(object), (_, { storage }) => lookInto(storage)),
  );
  const all = await Promise.all([...imports, ...campaigns]);
  return all
    .filter(({ tables, hasAlarm, of }) => (of === null || of === id) && (tables.length > 0 || hasAlarm))
    .map(({ tables, hasAlarm }) => ({ tables, hasAlarm }));
}
