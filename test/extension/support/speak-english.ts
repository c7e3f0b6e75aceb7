import { loadWords } from '../../../extension/words/load-words.ts';

// Loads all words, as every screen does that is a file of its own.
await loadWords();
