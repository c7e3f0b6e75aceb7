import { describe, expect, it } from 'vitest';
import { readTogether } from '../../../extension/storage/read-together.ts';

function manyKeysArea(content: Record<string, unknown>) {
  const asked: string[][] = [];
  return {
    asked,
    async get(keys: string[]) {
      asked.push(keys);
      return Object.fromEntries(keys.filter((key) => key in content).map((key) => [key, content[key]]));
    },
    async set(items: Record<string, unknown>) {
      Object.assign(content, items);
    },
    async remove(key: string) {
      Reflect.deleteProperty(content, key);
    },
  };
}

describe('readTogether', () => {
  it('asks once for all that is read in one turn, and gives each its own', async () => {
    const all = manyKeysArea({ language: 'hi', settings: { current: null } });
    const area = readTogether(all);

    const read = await Promise.all(['language', 'settings', 'memory', 'language'].map((key) => area.get(key)));

    expect([read, all.asked]).toEqual([
      [{ language: 'hi' }, { settings: { current: null } }, {}, { language: 'hi' }],
      [['language', 'settings', 'memory']],
    ]);
  });

  it('asks anew for what is read after a write', async () => {
    const all = manyKeysArea({ language: 'hi' });
    const area = readTogether(all);
    await area.get('language');
    await area.set({ language: 'en' });
    const written = await area.get('language');
    await area.remove('language');

    expect([written, await area.get('language'), all.asked.length]).toEqual([{ language: 'en' }, {}, 3]);
  });
});
