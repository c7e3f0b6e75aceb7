import { afterAll, vi } from 'vitest';
import { loadWords } from '../../../extension/words/load-words.ts';
import { words as english } from '../../../extension/words/en.ts';
import { speak } from '../../../extension/words/words.ts';

// Loads all words, as every screen does that is a file of its own.
await loadWords();
// The file before, in the same process, may have spoken another language or stood something in for the page's.
speak(english);
afterAll(() => void vi.unstubAllGlobals());
