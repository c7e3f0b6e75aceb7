import { describe, expect, it } from 'vitest';
import { readShortcut, SHORTCUT_KEYS } from '../../../extension/state/read-shortcut.ts';
import type { PressedKey } from '../../../extension/state/read-shortcut.ts';

/** The shortcut of each key in a series, or null. */
function press(...keys: (string | PressedKey)[]): (string | null)[] {
  let before: string | null = null;
  return keys.map((key) => {
    const read = readShortcut(typeof key === 'string' ? { key, code: '', shiftKey: false } : key, before);
    before = read.before;
    return read.shortcut;
  });
}

describe('readShortcut', () => {
  it.each(Object.entries(SHORTCUT_KEYS))('knows %s by %s', (shortcut, keys) => {
    expect(press(...keys.split(' ')).at(-1)).toBe(shortcut);
  });

  it('begins anew after a key that leads nowhere', () => {
    expect(press('g', 'x', 'h', 'g', 'g', 'c', 'c')).toEqual([null, null, null, null, null, 'campaigns', null]);
  });

  it('goes nowhere with large letters', () => {
    expect(press('G', 'H', 'N')).toEqual([null, null, null]);
  });

  it('finds the Latin letters on a Hindi keyboard', () => {
    expect(
      press(
        { key: 'ु', code: 'KeyG', shiftKey: false },
        { key: 'प', code: 'KeyH', shiftKey: false },
        { key: 'य', code: 'Slash', shiftKey: false },
        { key: 'य़', code: 'Slash', shiftKey: true },
      ),
    ).toEqual([null, 'home', 'search', 'help']);
  });
});
