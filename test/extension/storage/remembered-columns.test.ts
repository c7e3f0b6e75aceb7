import { describe, expect, it } from 'vitest';
import { createColumnMemory } from '../../../extension/storage/remembered-columns.ts';
import { storageArea } from '../support/storage-area.ts';

const HEADINGS = ['Customer name', 'Mobile'];
const COLUMNS = { number: 2, variables: { Name: 1 } };

describe('createColumnMemory', () => {
  it('knows the columns again by the headings and the variables', async () => {
    const memory = createColumnMemory(storageArea());
    await memory.remember(HEADINGS, ['Name', 'City'], COLUMNS);

    expect(await memory.read(HEADINGS, ['City', 'Name'])).toEqual(COLUMNS);
    expect(await memory.read(HEADINGS, ['Name'])).toBeNull();
    expect(await memory.read(['Mobile', 'Customer name'], ['Name', 'City'])).toBeNull();
  });

  it('stores no heading of the file', async () => {
    const area = storageArea();
    await createColumnMemory(area).remember(HEADINGS, [], COLUMNS);

    expect(JSON.stringify(area.content())).not.toMatch(/Customer|Mobile/);
  });

  it('keeps the newest hundred, each once', async () => {
    const memory = createColumnMemory(storageArea());
    for (let index = 0; index < 101; index += 1) await memory.remember([`H${index}`], [], COLUMNS);
    await memory.remember(['H100'], [], { number: 1, variables: {} });

    expect(await memory.read(['H0'], [])).toBeNull();
    expect(await memory.read(['H1'], [])).toEqual(COLUMNS);
    expect(await memory.read(['H100'], [])).toEqual({ number: 1, variables: {} });
  });

  it.each([[null], ['x'], [[1, 'a']], [[['key']]], [[['key', { number: 'a', variables: {} }]]]])(
    'takes %j in storage for nothing',
    async (columns) => {
      const memory = createColumnMemory(storageArea({ columns }));

      expect(await memory.read(HEADINGS, [])).toBeNull();
      await memory.remember(HEADINGS, [], COLUMNS);
      expect(await memory.read(HEADINGS, [])).toEqual(COLUMNS);
    },
  );
});
