import type { LanguageStore } from '../storage/language.ts';
import { languageOf } from './language.ts';
import { loadWords } from './load-words.ts';

/**
 * Speaks the language chosen, before anything is shown. English waits for nothing: its first words are there.
 * `follow` belongs behind every change of the store: it calls `reload` only when the choice is another one than this
 * page began with. Firefox tells a page of a change from before it was opened; loading again then would break off the
 * words on their way.
 */
export function initLanguage(languages: LanguageStore, browserLanguage: string, reload: () => void) {
  const choice = languages.read();
  async function begin(): Promise<void> {
    const language = languageOf(await choice, browserLanguage);
    document.documentElement.lang = language;
    if (language !== 'en') await loadWords(language);
  }
  const ready = begin();
  return {
    ready,
    async follow(): Promise<void> {
      await ready;
      if ((await languages.read()) !== (await choice)) reload();
    },
  };
}
