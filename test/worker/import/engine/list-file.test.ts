import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { requireConfig } from '../../../../worker/config.ts';
import { checkFile } from '../../../../worker/import/intake/check-file.ts';
import { checkSettings } from '../../../../worker/import/record/import-settings.ts';
import { newImportRecord, type ImportRecord } from '../../../../worker/import/record/import-record.ts';
import { createImportStore, type ImportStore } from '../../../../worker/import/record/import-store.ts';
import { makeListFile } from '../../../../worker/import/engine/list-file.ts';
import { mobile } from '../../support/contacts.ts';
import { makeTemplate } from '../../support/edge.ts';

afterEach(reset);

const NAMES = ['Asha', '"Rahul ""Raj"" Verma"', '"Sharma, Asha"', 'आशा शर्मा', '', ' Meena\tK '];
const SPOKEN = ['Asha', 'Rahul "Raj" Verma', 'Sharma, Asha', 'आशा शर्मा', '', 'Meena K'];

/** Names and numbers, with a duplicate and an invalid row in between, which are in no list. */
/** Nobody is left out. */
const NOBODY = {
  suppressed: new Float64Array(),
  suppressedBy: new Uint32Array(),
  calledRecently: new Float64Array(),
  calledBy: new Uint32Array(),
  reasons: [],
};
const FILE = [
  'Name,City,Phone',
  ...NAMES.flatMap((name, n) => [`${name},Pune,${mobile(n)}`, `Twin,Pune,${mobile(n)}`, 'X,Y,12']),
  '',
].join('\n');

interface Files {
  readonly of: (firstContact: number, contacts: number) => Promise<string | null>;
  readonly store: ImportStore;
  /** Forgets everything except the stored file. */
  readonly forget: () => void;
}

/** Stores and checks the file of an import with this text, and gives the files of its lists. */
async function withFiles(text: string, use: (files: Files) => Promise<void>): Promise<void> {
  const template = await makeTemplate({ flow: { kind: 'greeting', text } });
  await runInDurableObject(env.IMPORTS.getByName('list-file'), async (_, { storage }) => {
    const config = requireConfig(env);
    const store = createImportStore(storage.sql);
    store.addPart(0, new TextEncoder().encode(FILE));
    const input = { id: 'a', name: 'A', createdBy: 'asha', template, fileName: 'a.csv', callbackBase: '' };
    const opened = newImportRecord(
      { ...input, fileBytes: FILE.length },
      { incarnation: 'm4q8z2rt6w', now: 0, expiresAt: null },
    );
    const checked = await checkFile(store, checkSettings(config, template, undefined, undefined), 1, () =>
      Promise.resolve(NOBODY),
    );
    if (!checked.ok) throw new Error(checked.error.code);
    const record: ImportRecord = { ...opened, check: { ...checked.value, generation: 1 } };
    const of = async (firstContact: number, contacts: number) =>
      (await makeListFile({ store, config }, record, { firstContact, contacts }))?.text() ?? null;
    await use({ of, store, forget: () => void storage.sql.exec('DELETE FROM parts') });
  });
}

describe('the file of a list', () => {
  it('holds the numbers alone where everyone hears the same', async () => {
    await withFiles('Hello', async ({ of }) => {
      expect(await of(0, 2)).toBe(`number\r\n${mobile(0)}\r\n${mobile(1)}\r\n`);
      expect(await of(4, 2)).toBe(`number\r\n${mobile(4)}\r\n${mobile(5)}\r\n`);
    });
  });

  it('holds, beside the number, only the columns that the text names, as every reader of CSV reads them', async () => {
    await withFiles('Hello @@Name', async ({ of }) => {
      const parsed = Papa.parse<string[]>((await of(0, 6)) ?? '', { skipEmptyLines: true }).data;
      expect(parsed).toEqual([['number', 'Name'], ...SPOKEN.map((name, n) => [mobile(n), name])]);
    });
  });

  it('holds the contacts of its range and no others', async () => {
    await withFiles('Hello @@Name', async ({ of }) => {
      const whole = ((await of(0, 6)) ?? '').split('\r\n').slice(1, -1);
      for (const [first, count] of [
        [0, 1],
        [2, 3],
        [5, 1],
      ] as const) {
        expect(await of(first, count)).toBe(['number,Name', ...whole.slice(first, first + count), ''].join('\r\n'));
      }
    });
  });

  it('is none when the stored file no longer gives the numbers that were accepted', async () => {
    await withFiles('Hello @@Name', async ({ of, store, forget }) => {
      forget();
      store.addPart(0, new TextEncoder().encode(FILE.replaceAll(mobile(1), mobile(77))));
      expect(await of(0, 1)).not.toBeNull();
      expect(await of(0, 2)).toBeNull();
      forget();
      store.addPart(0, new TextEncoder().encode(FILE.slice(0, 60)));
      expect(await of(0, 6)).toBeNull();
    });
  });
});
