import { firstWords } from './en-first.ts';
import type { words as english } from './en.ts';

/** Every word people read; another language has exactly the same keys. */
export type Words = typeof english;

/** In the language chosen. Read it where it is shown, never once for all: the language may be set after a module is loaded. */
export let words: Words = firstWords;

export function speak(language: Words): void {
  words = language;
}
