import { keyedFingerprint } from '../keyed-fingerprint.ts';
import { storedText } from '../stored-json.ts';
import type { Config } from '../config.ts';
import type { createPeopleNotices } from './people-notices.ts';

/** Whether version 0.2 left unkeyed fingerprints, which anybody could undo by trying numbers. */
export function hasFormerFingerprints(sql: SqlStorage): boolean {
  return isThere(sql, 'launches') || formerLists(sql).length > 0;
}

/** Turns them into keyed fingerprints, so that deploying a new version forgets no earlier launch. */
export async function keyFormerFingerprints(
  sql: SqlStorage,
  notices: ReturnType<typeof createPeopleNotices>,
  config: Config,
): Promise<void> {
  for (const row of isThere(sql, 'launches') ? launches(sql) : []) {
    const people = await keyedFingerprint(config, 'people', `${row.channel}\n${row.numbersHash}`);
    notices.add({ ...row, life: row.importId, people }, row.launchedAt);
  }
  for (const { sid, numbersHash } of formerLists(sql)) {
    const keyed = await keyedFingerprint(config, 'list', numbersHash);
    sql.exec('UPDATE known_lists SET numbers_hash = ? WHERE sid = ?', keyed, sid);
  }
  sql.exec('DROP TABLE IF EXISTS launches');
}

function isThere(sql: SqlStorage, table: string): boolean {
  return sql.exec('SELECT 1 FROM sqlite_master WHERE name = ?', table).toArray().length > 0;
}

function launches(sql: SqlStorage) {
  return sql
    .exec(
      `SELECT launches.*, COALESCE(json_extract(templates.body, '$.channel'), 'voice') AS channel
       FROM launches LEFT JOIN templates ON templates.id = launches.template_id`,
    )
    .toArray()
    .map((row) => ({
      importId: storedText(row['import_id']),
      numbersHash: storedText(row['numbers_hash']),
      channel: storedText(row['channel']),
      launchedAt: Number(row['launched_at']),
      name: storedText(row['name']),
      createdBy: storedText(row['created_by']),
    }));
}

function formerLists(sql: SqlStorage): { readonly sid: string; readonly numbersHash: string }[] {
  return sql
    .exec("SELECT sid, numbers_hash FROM known_lists WHERE numbers_hash NOT GLOB 'k1-*'")
    .toArray()
    .map((row) => ({ sid: storedText(row['sid']), numbersHash: storedText(row['numbers_hash']) }));
}
