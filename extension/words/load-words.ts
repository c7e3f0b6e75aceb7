import { keepOpen } from '../storage/keep-open.ts';
import type { Language } from './language.ts';
import { speak } from './words.ts';

let chosen: Language | null = null;

/**
 * Every word of a language: what a screen that is a file of its own waits for. The first to call decides which
 * language it is; English where nobody has.
 */
export function loadWords(language: Language = 'en'): Promise<void> {
  chosen ??= language;
  return loaded();
}

const loaded = keepOpen(async () => {
  const { words } = await (chosen === 'hi' ? import('./hi.ts') : import('./en.ts'));
  speak(words);
});
