import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { saysNumber } from '../../../shared/phone/says-number.ts';

const OBJECTS = [
  'ACCOUNTS',
  'IMPORTS',
  'CAMPAIGNS',
  'DESTINATIONS',
  'SINKS',
  'SINK_DIRECTORY',
  'TEAM',
  'PEOPLE',
] as const;

/**
 * Every place in objects and KV that holds these digits: as text in any spelling, as a number, in a file, or packed.
 */
export async function placesOf(digits: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of OBJECTS) {
    const objects: DurableObjectNamespace = env[name];
    for (const id of await listDurableObjectIds(objects)) {
      const places = await runInDurableObject(objects.get(id), (_, { storage: { sql } }) => placesIn(sql, digits));
      found.push(...places.map((place) => `${name}.${place}`));
    }
  }
  for (const { name } of (await env.CALLBACKS.list()).keys) {
    if (says((await env.CALLBACKS.get(name)) ?? '', digits)) found.push(`KV.${name}`);
  }
  return [...new Set(found)].toSorted();
}

/** The places in one object, as "table.column". */
export function placesIn(sql: SqlStorage, digits: string): string[] {
  const tables = sql
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'",
    )
    .toArray()
    .map(({ name }) => name);
  return tables.flatMap((table) =>
    sql
      .exec(`SELECT * FROM ${table}`)
      .toArray()
      .flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) => (holds(value, digits) ? [`${table}.${column}`] : [])),
      ),
  );
}

function holds(value: SqlStorageValue, digits: string): boolean {
  if (!(value instanceof ArrayBuffer)) return says(String(value), digits);
  const bytes = new Uint8Array(value);
  if (unpackNumbers(bytes).includes(Number(digits))) return true;
  if (bytes.length % 8 === 0 && new Float64Array(value).includes(Number(digits))) return true;
  const narrow = new TextDecoder('latin1').decode(bytes);
  return says(narrow, digits) || says(narrow.replaceAll('\0', ''), digits);
}

function says(text: string, digits: string): boolean {
  return saysNumber(text, digits) || text.replaceAll(/[ ()-]/g, '').includes(digits.slice(-10));
}
