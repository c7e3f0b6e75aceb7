import { MAX_IMPORTS_LOOKED_THROUGH } from '../../shared/limits.ts';
import { storedJson, storedText } from '../stored-json.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';

/** End of the year 9999: up to it, ISO instants sort correctly as texts. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** States as the list counts them: test calls have states of their own, so that they are in no sum unless asked for. */
export type ListedState = ImportSummary['state'] | `test ${ImportSummary['state']}`;

/** Which imports, of all the account knows. */
export interface ImportQuery {
  readonly offset: number;
  readonly limit: number;
  readonly search: string;
  readonly states: readonly ListedState[];
  /** Null for imports of every creator. */
  readonly createdBy: string | null;
  /** A template's id, or null for imports of every template. */
  readonly template: string | null;
}

/**
 * The creator and template that a line is counted under. An old line without creator or template is in the list of
 * everybody.
 */
const keysOf = (line: string) => ({
  createdBy: `coalesce(json_extract(${line}body, '$.createdBy'), '')`,
  template: `coalesce(json_extract(${line}body, '$.template.id'), '')`,
  state: `iif(json_extract(${line}body, '$.test'), 'test ', '') || coalesce(json_extract(${line}body, '$.state'), '')`,
});

/**
 * The key for "every creator" or "every template". It has counts of its own, so that counting the whole list reads one
 * row per state.
 */
const ALL = "'*'";

function countBy(line: 'OLD.' | 'NEW.', change: '+' | '-'): string {
  const { createdBy, template, state } = keysOf(line);
  return [`${createdBy}, ${template}`, `${ALL}, ${ALL}`]
    .map(
      (
        whose,
      ) => `INSERT INTO import_counts (created_by, template, state, imports) VALUES (${whose}, ${state}, ${change}1)
        ON CONFLICT (created_by, template, state) DO UPDATE SET imports = imports ${change} 1;`,
    )
    .join('\n');
}

function isCounted(sql: SqlStorage): boolean {
  return (
    sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'import_moved' AND instr(sql, '$.test')").toArray().length > 0
  );
}

/** The list of imports, newest first. It gives one page and the total without reading every import. */
export function createImportList(sql: SqlStorage) {
  return {
    /**
     * Triggers keep the counts, so that an earlier version keeps them right too if it is deployed again. Imports from
     * before the triggers are counted once.
     */
    migrate(): void {
      sql.exec('CREATE INDEX IF NOT EXISTS imports_newest ON imports (created_at DESC, id)');
      if (isCounted(sql)) return;
      // These triggers were made by a version that knew no test calls.
      for (const trigger of ['import_added', 'import_gone', 'import_moved'])
        sql.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
      sql.exec('DROP TABLE IF EXISTS import_counts');
      sql.exec(`CREATE TABLE import_counts (created_by TEXT NOT NULL, template TEXT NOT NULL, state TEXT NOT NULL,
        imports INTEGER NOT NULL, PRIMARY KEY (created_by, template, state)) STRICT, WITHOUT ROWID`);
      const { createdBy, template, state } = keysOf('');
      for (const whose of [`${createdBy}, ${template}`, `${ALL}, ${ALL}`])
        sql.exec(`INSERT INTO import_counts SELECT ${whose}, ${state}, count(*) FROM imports GROUP BY 1, 2, 3`);
      const [before, after] = [Object.values(keysOf('OLD.')), Object.values(keysOf('NEW.'))];
      const isMoved = before.map((key, at) => `${key} <> ${after[at]}`).join(' OR ');
      sql.exec(`CREATE TRIGGER import_added AFTER INSERT ON imports BEGIN ${countBy('NEW.', '+')} END`);
      sql.exec(`CREATE TRIGGER import_gone AFTER DELETE ON imports BEGIN ${countBy('OLD.', '-')} END`);
      sql.exec(`CREATE TRIGGER import_moved AFTER UPDATE OF body ON imports WHEN ${isMoved}
        BEGIN ${countBy('OLD.', '-')} ${countBy('NEW.', '+')} END`);
    },

    /**
     * `search` is looked for in name, file, template, creator and id of the newest imports, in any case; '' finds all.
     * Answers only imports in one of `states`.
     */
    page({ offset, limit, search, states, createdBy, template }: ImportQuery): {
      items: ImportSummary[];
      total: number;
    } {
      const is = keysOf('');
      const asked: string[] = [JSON.stringify(states)];
      const conditions = [`${is.state} IN (SELECT value FROM json_each(?))`];
      for (const [key, wanted] of [
        [is.createdBy, createdBy],
        [is.template, template],
      ] as const) {
        if (wanted === null) continue;
        conditions.push(`${key} IN (?, '')`);
        asked.push(wanted);
      }
      if (search !== '') {
        conditions.push(`instr(lower(id || char(10) || json_extract(body, '$.name') || char(10)
          || coalesce(json_extract(body, '$.file.name'), '') || char(10)
          || coalesce(json_extract(body, '$.template.name'), '') || char(10)
          || json_extract(body, '$.createdBy')), lower(?)) > 0`);
        asked.push(search);
      }
      // Text has no index, so only the newest imports are searched.
      const lines =
        search === ''
          ? 'imports'
          : `(SELECT * FROM imports ORDER BY created_at DESC, id LIMIT ${MAX_IMPORTS_LOOKED_THROUGH})`;
      const found = `FROM ${lines} WHERE ${conditions.join(' AND ')}`;
      const items = sql
        .exec(`SELECT body ${found} ORDER BY created_at DESC, id LIMIT ? OFFSET ?`, ...asked, limit, offset)
        .toArray()
        .map((row) => storedJson<ImportSummary>(row['body']));
      const total =
        search === ''
          ? countOf({ states, createdBy, template })
          : Number(sql.exec(`SELECT count(*) AS total ${found}`, ...asked).one()['total']);
      return { items, total };
    },

    /**
     * Ids of imports launched before a moment (epoch ms), newest first: only these can have callbacks from before it.
     */
    launchedBefore(moment: number, limit: number): string[] {
      const launchedAt = "coalesce(json_extract(body, '$.launchedAt'), json_extract(body, '$.createdAt'))";
      const heard = `json_extract(body, '$.state') NOT IN ('receiving', 'checked') AND ${launchedAt} < ?`;
      const until = new Date(Math.min(moment, LAST_MOMENT)).toISOString();
      return sql
        .exec(`SELECT id FROM imports WHERE ${heard} ORDER BY created_at DESC, id LIMIT ?`, until, limit)
        .toArray()
        .map((row) => storedText(row['id']));
    },

    /** Of the newest imports, those launched between two moments (epoch ms). */
    launchedWithin(after: number, until: number): ImportSummary[] {
      const [from, to] = [after, until].map((moment) => new Date(moment).toISOString());
      const launchedAt = "json_extract(body, '$.launchedAt')";
      return sql
        .exec(
          `SELECT body FROM (SELECT body FROM imports WHERE created_at <= ? ORDER BY created_at DESC, id LIMIT ?)
           WHERE ${launchedAt} > ? AND ${launchedAt} <= ?`,
          until,
          MAX_IMPORTS_LOOKED_THROUGH,
          from,
          to,
        )
        .toArray()
        .map((row) => storedJson<ImportSummary>(row['body']));
    },

    /** Ignores a late message of an erased life, and never overwrites the line of a later life with it. */
    save(summary: ImportSummary, life: string): void {
      if (sql.exec('SELECT 1 FROM erased_lives WHERE life = ?', life).toArray().length > 0) return;
      const createdAt = Date.parse(summary.createdAt);
      // Separate from the columns that change all the time: SQLite rewrites an index whenever its column is set.
      sql.exec(
        `UPDATE imports SET created_at = ?2, life = ?3
         WHERE id = ?1 AND created_at <= ?2 AND (created_at < ?2 OR life <> ?3)`,
        summary.id,
        createdAt,
        life,
      );
      sql.exec(
        `INSERT INTO imports (id, created_at, body, life) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE excluded.created_at >= imports.created_at`,
        summary.id,
        createdAt,
        JSON.stringify(summary),
        life,
      );
    },
  };

  function countOf({ states, createdBy, template }: Omit<ImportQuery, 'offset' | 'limit' | 'search'>): number {
    const isAll = createdBy === null && template === null;
    const [row] = sql
      .exec(
        `SELECT coalesce(sum(imports), 0) AS total FROM import_counts WHERE state IN (SELECT value FROM json_each(?1))
         AND ${isAll ? `created_by = ${ALL}` : `created_by <> ${ALL} AND (?2 IS NULL OR created_by IN (?2, '')) AND (?3 IS NULL OR template IN (?3, ''))`}`,
        JSON.stringify(states),
        ...(isAll ? [] : [createdBy, template]),
      )
      .toArray();
    return Number(row?.['total'] ?? 0);
  }
}
