import { loadWords } from '../../../extension/words/load-words.ts';

// As on every screen that is a file of its own: all words are there.
await loadWords();
