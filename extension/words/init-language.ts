import type { LanguageStore } from '../storage/language.ts';
import { languageOf } from './language.ts';
import { loadWords } from './load-words.ts';

/** Speaks the language chosen, before anything is shown. English waits for nothing: its first words are there. */
export async function initLanguage(languages: LanguageStore, browserLanguage: string): Promise<void> {
  const language = languageOf(await languages.read(), browserLanguage);
  document.documentElement.lang = language;
  if (language !== 'en') await loadWords(language);
}
