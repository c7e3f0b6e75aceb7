import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importSummarySchema, IMPORT_STATES, type ImportSummary } from '../../../shared/protocol/import.ts';
import { createAccountStore } from '../../../worker/account/account-store.ts';
import type { ImportQuery, ListedState } from '../../../worker/account/import-list.ts';
import { contactFile } from '../support/contacts.ts';
import { importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { standIn } from '../support/stand-in.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

type Sql = DurableObjectState['storage']['sql'];

/** A new account, without the imports of other tests. */
function inAccount<T>(work: (sql: Sql) => T | Promise<T>): Promise<T> {
  return runInDurableObject(env.ACCOUNTS.getByName('list'), (_object, { storage }) => work(storage.sql));
}

/** A really listed import, from which the test makes others. */
async function sample(): Promise<ImportSummary> {
  await standIn.reset();
  const { id: template } = await makeTemplate();
  return importSummarySchema.parse(await importIn(sendFile(contactFile(3), { template })));
}

const PAGE: ImportQuery = { offset: 0, limit: 20, search: '', states: IMPORT_STATES, createdBy: null, template: null };

describe('imports that callbacks can have told of', () => {
  it('are those launched before a moment, drafts left out, the newest first', async () => {
    const made = await sample();
    const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`;
    const found = await inAccount((sql) => {
      const { saveImport, launchedBefore } = createAccountStore(sql);
      const save = (id: string, day: number, change: Partial<ImportSummary>) =>
        saveImport({ ...made, id, createdAt: at(day), ...change }, id);
      save('first', 1, { state: 'finished', launchedAt: at(2) });
      save('draft', 2, { state: 'checked', launchedAt: null });
      save('second', 3, { state: 'running', launchedAt: at(4) });
      save('arriving', 4, { state: 'receiving', launchedAt: null });
      save('third', 5, { state: 'stopped', launchedAt: at(6) });
      const until = (moment: string | number, limit = 10) =>
        launchedBefore(typeof moment === 'number' ? moment : Date.parse(moment), limit);
      return [until(Infinity), until(at(6)), until(at(4)), until(at(2)), until(Infinity, 2), until(0)];
    });
    expect(found).toEqual([['third', 'second', 'first'], ['second', 'first'], ['first'], [], ['third', 'second'], []]);
  });
});

describe('the list of imports', () => {
  it('reads 80 rows at most for a page of twenty, whether there are a hundred or ten thousand', async () => {
    const body = JSON.stringify(await sample());
    const read = await inAccount((sql) => {
      const { imports } = createAccountStore(sql);
      return [100, 10_000].map((count) => {
        sql.exec('DELETE FROM imports');
        sql.exec(
          `WITH RECURSIVE made(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM made WHERE n < ?)
           INSERT INTO imports (id, created_at, body, life)
           SELECT 'import-' || n, n, json_set(?, '$.state', iif(n % 7 = 0, 'stopped', 'finished'), '$.createdBy', 'p' || (n % 5)), 'life-' || n FROM made`,
          count,
          body,
        );
        const cursors: { readonly rowsRead: number }[] = [];
        const exec = sql.exec.bind(sql);
        const spy = vi.spyOn(sql, 'exec').mockImplementation((query: string, ...bound: unknown[]) => {
          const cursor = exec(query, ...bound);
          cursors.push(cursor);
          return cursor;
        });
        const first = imports(PAGE);
        spy.mockRestore();
        expect([first.items.length, first.total]).toEqual([20, count]);
        return cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
      });
    });
    expect(Math.max(...read)).toBeLessThanOrEqual(80);
  });

  it('looks for a text among the newest ten thousand alone', async () => {
    const body = JSON.stringify(await sample());
    const [found, read] = await inAccount((sql) => {
      const { imports } = createAccountStore(sql);
      sql.exec(
        `WITH RECURSIVE made(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM made WHERE n < 10100)
         INSERT INTO imports (id, created_at, body, life)
         SELECT 'import-' || n, n, json_set(?, '$.name', iif(n IN (50, 5000, 10100), 'Holi leads', 'Others')), 'life-' || n FROM made`,
        body,
      );
      const cursors: { readonly rowsRead: number }[] = [];
      const exec = sql.exec.bind(sql);
      const spy = vi.spyOn(sql, 'exec').mockImplementation((query: string, ...bound: unknown[]) => {
        const cursor = exec(query, ...bound);
        cursors.push(cursor);
        return cursor;
      });
      const page = imports({ ...PAGE, search: 'holi l' });
      spy.mockRestore();
      return [page, cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0)] as const;
    });
    expect([found.total, found.items.length]).toEqual([2, 2]);
    expect(read).toBeLessThanOrEqual(50_000);
  });

  it('counts what it lists, whatever was saved, moved, made anew and deleted, and whoever asks', async () => {
    const made = await sample();
    const states = ['checked', 'running', 'finished'] as const;
    const tests = states.map((state) => `test ${state}` as const);
    const wishes: ListedState[][] = [[...states], ['running'], ['test running'], [...states, ...tests]];
    const act = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      createdBy: fc.constantFrom('asha', 'ravi'),
      template: fc.constantFrom('t1', 't2'),
      state: fc.constantFrom(...states),
      test: fc.boolean(),
      at: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom('save', 'save', 'save', 'delete'),
    });
    await inAccount((sql) => {
      const store = createAccountStore(sql);
      fc.assert(
        fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
          sql.exec('DELETE FROM imports');
          sql.exec('DELETE FROM erased_lives');
          for (const { id, createdBy, template, state, test, at, kind } of acts) {
            const life = `${id}/${at}`;
            if (kind === 'delete') store.deleteImport(id, life, 1);
            else {
              const createdAt = new Date(at * 1000).toISOString();
              store.saveImport(
                { ...made, id, createdBy, createdAt, state, test, template: { ...made.template, id: template } },
                life,
              );
            }
          }
          const all = store.imports({ ...PAGE, limit: 100, states: [...states, ...tests] }).items;
          for (const createdBy of [null, 'asha']) {
            for (const template of [null, 't1']) {
              for (const some of wishes) {
                const theirs = all.filter(
                  (each) =>
                    (createdBy === null || each.createdBy === createdBy) &&
                    (template === null || each.template.id === template) &&
                    some.includes(each.test ? `test ${each.state}` : each.state),
                );
                expect(store.imports({ ...PAGE, limit: 2, createdBy, template, states: some })).toEqual({
                  items: theirs.slice(0, 2),
                  total: theirs.length,
                });
              }
            }
          }
          expect(all.map(({ createdAt }) => createdAt)).toEqual(
            all
              .map(({ createdAt }) => createdAt)
              .toSorted()
              .toReversed(),
          );
        }),
      );
    });
  });

  it('counts once what an earlier version listed, and what it lists should it be deployed again', async () => {
    const body = JSON.stringify({ ...(await sample()), id: 'old' });
    const totals = await inAccount((sql) => {
      const store = createAccountStore(sql);
      for (const trigger of ['import_added', 'import_gone', 'import_moved']) sql.exec(`DROP TRIGGER ${trigger}`);
      sql.exec('DROP TABLE import_counts');
      sql.exec("INSERT INTO imports (id, created_at, body) VALUES ('old', 1, ?)", body);
      store.migrate();
      const found = [store.imports(PAGE).total];
      sql.exec(
        `INSERT INTO imports (id, created_at, body) VALUES ('old', 1, ?1), ('new', 2, ?1)
         ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at, body = excluded.body`,
        body,
      );
      found.push(store.imports(PAGE).total);
      return found;
    });
    expect(totals).toEqual([1, 2]);
  });
});

it('counts anew what a version counted that knew no test calls', async () => {
  const made = await sample();
  const listed = await inAccount((sql) => {
    const store = createAccountStore(sql);
    sql.exec('DELETE FROM imports');
    store.saveImport({ ...made, id: 'list', state: 'finished' }, 'list');
    sql.exec('DROP TRIGGER import_moved');
    sql.exec('CREATE TRIGGER import_moved AFTER UPDATE OF body ON imports BEGIN SELECT 1; END');
    sql.exec('DELETE FROM import_counts');
    store.migrate();
    store.saveImport({ ...made, id: 'press', state: 'finished', test: true }, 'press');
    const wishes: ListedState[][] = [['finished'], ['test finished'], ['finished', 'test finished']];
    return wishes.map((states) => store.imports({ ...PAGE, states }).total);
  });
  expect(listed).toEqual([1, 1, 2]);
});
