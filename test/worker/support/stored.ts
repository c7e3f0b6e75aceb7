import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

/** Tables of ours in one object's storage, and its alarm: an object without either does not exist. */
export interface Stored {
  readonly tables: readonly string[];
  readonly hasAlarm: boolean;
}

async function lookInto(storage: DurableObjectStorage): Promise<Stored> {
  const tables = storage.sql
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'",
    )
    .toArray()
    .map(({ name }) => name);
  return { tables: tables.toSorted(), hasAlarm: (await storage.getAlarm()) !== null };
}

export function storedOf(id: string): Promise<Stored> {
  return runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) => lookInto(storage));
}

/** Of every import and campaign object there is: whatever one of them holds. */
export async function storedAnywhere(): Promise<Stored[]> {
  const imports = (await listDurableObjectIds(env.IMPORTS)).map((id) =>
    runInDurableObject(env.IMPORTS.get(id), (_, { storage }) => lookInto(storage)),
  );
  const campaigns = (await listDurableObjectIds(env.CAMPAIGNS)).map((id) =>
    runInDurableObject(env.CAMPAIGNS.get(id), (_, { storage }) => lookInto(storage)),
  );
  const all = await Promise.all([...imports, ...campaigns]);
  return all.filter(({ tables, hasAlarm }) => tables.length > 0 || hasAlarm);
}
