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

  it('knows what was said beside that: of further numbers, missing values and how values are said', async () => {
    const memory = createColumnMemory(storageArea());
    const choices = {
      callingCode: null,
      more: [3],
      numbers: 'in_turn',
      required: [1],
      fallbacks: { Name: 'customer' },
      spoken: { Due: 'date' },
    } as const;
    const known = { ...COLUMNS, choices: { ...choices, more: [3], required: [1] } };
    await memory.remember(HEADINGS, [], known);

    expect(await memory.read(HEADINGS, [])).toEqual(known);
  });

  it.each([[{ numbers: 'some' }], [{ fallbacks: { Name: 7 } }], [null], [{ other: 1 }]])(
    'asks anew where it holds %j for what was said',
    async (choices) => {
      const area = storageArea();
      await createColumnMemory(area).remember(HEADINGS, [], COLUMNS);
      const [key] = /[0-9a-f]{64}/.exec(JSON.stringify(area.content())) ?? [];
      await area.set({ columns: [[key, { ...COLUMNS, choices }]] });

      expect(await createColumnMemory(area).read(HEADINGS, [])).toBeNull();
    },
  );

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
