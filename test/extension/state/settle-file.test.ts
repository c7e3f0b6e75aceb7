import { describe, expect, it } from 'vitest';
import { settleFile } from '../../../extension/state/draft/settle-file.ts';
import { chosenBytesOf, correctedRowsOf } from '../../../extension/state/draft/sent-file.ts';
import { checkInPage } from '../support/check-in-page.ts';
import { keptImport } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';
import { correctionsInMemory } from '../issues/thread/open-editor.ts';

const FILE = 'Name,Mobile\nAsha,12345\n';
const COLUMN = { numberColumn: 1, header: true };
const COLUMNS = { number: 2, header: true };

async function setUp() {
  const kept = keptInMemory();
  const store = correctionsInMemory();
  const { start, jobs } = checkInPage();
  await kept.keep(keptImport({ fileBytes: FILE.length }), new Blob([FILE]));
  const correct = async (value: string | null) => {
    const edition = await store.write(COLUMN, [[2, value]]);
    await kept.update('k3v9x2a7', (now) => ({ ...now, edition: edition ?? 0 }));
  };
  const settle = async (columns = COLUMNS) => {
    const file = await settleFile('k3v9x2a7', 'IN', columns, { kept, corrections: () => store, startCheck: start });
    return file && [await file.text(), (await (await kept.readSent('k3v9x2a7'))?.text()) ?? ''];
  };
  return { kept, store, jobs, correct, settle };
}

describe('settleFile', () => {
  it('is the file that was chosen while nothing is corrected', async () => {
    const { settle, jobs } = await setUp();
    expect([await settle(), jobs]).toEqual([[FILE, FILE], []]);
  });

  it('is the file with every correction, the same bytes that are sent, written once an edition', async () => {
    const { kept, settle, correct, jobs } = await setUp();
    await correct('9845000001');
    const corrected = FILE.replace('12345', '9845000001');
    expect([await settle(), await settle(), jobs]).toEqual([
      [corrected, corrected],
      [corrected, corrected],
      ['correct'],
    ]);
    const now = await kept.read('k3v9x2a7');
    expect(now).toMatchObject({ fileBytes: corrected.length, sent: { edition: 1 } });
    expect(now && [chosenBytesOf(now), correctedRowsOf(now), correctedRowsOf({ ...now, edition: 2 })]).toEqual([
      FILE.length,
      1,
      0,
    ]);
    await correct(null);
    expect([await settle(), (await kept.read('k3v9x2a7'))?.fileBytes]).toEqual([[FILE, FILE], FILE.length]);
  });

  it('has none of the corrections of another column', async () => {
    const { settle, correct } = await setUp();
    await correct('9845000001');
    expect(await settle({ number: 1, header: true })).toEqual([FILE, FILE]);
  });

  it('has what was corrected while it was written', async () => {
    const { kept, store, settle, correct } = await setUp();
    await correct('9845000001');
    const read = store.read.bind(store);
    let late = true;
    store.read = async (column) => {
      const answer = await read(column);
      if (late) {
        late = false;
        await correct('9845000002');
      }
      return answer;
    };
    const last = FILE.replace('12345', '9845000002');
    expect(await settle()).toEqual([last, last]);
    expect((await kept.read('k3v9x2a7'))?.sent?.edition).toBe(2);
  });

  it('is nothing once Start was pressed elsewhere on other rows', async () => {
    const { kept, settle, correct } = await setUp();
    await correct('9845000001');
    await kept.update('k3v9x2a7', (now) => ({
      ...now,
      upload: { step: 'stuck', task: 'opening', offset: 0, fault: { code: 'file_lost' } },
    }));
    expect(await settle()).toBeNull();
  });
});
