import type { Language } from './language.ts';
import { speak } from './words.ts';

let loading: Promise<void> | null = null;

/**
 * Every word of a language: what a screen that is a file of its own waits for. The first to call decides which
 * language it is; English where nobody has.
 */
export function loadWords(language: Language = 'en'): Promise<void> {
  loading ??= load(language);
  return loading;
}

async function load(language: Language): Promise<void> {
  const { words } = await (language === 'hi' ? import('./hi.ts') : import('./en.ts'));
  speak(words);
}
