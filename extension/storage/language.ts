import { LANGUAGE_CHOICES } from '../words/language.ts';
import type { LanguageChoice } from '../words/language.ts';
import type { StorageArea } from './settings.ts';

const KEY = 'language';

export type LanguageStore = ReturnType<typeof createLanguageStore>;

/** The language chosen in this browser; without a choice, the browser's own. */
export function createLanguageStore(area: Pick<StorageArea, 'get' | 'set'>) {
  return {
    async read(): Promise<LanguageChoice> {
      const { [KEY]: stored } = await area.get(KEY);
      return LANGUAGE_CHOICES.find((choice) => choice === stored) ?? 'browser';
    },
    write: (choice: LanguageChoice): Promise<void> => area.set({ [KEY]: choice }),
    isAmong: (changes: Record<string, unknown>) => KEY in changes,
  };
}
