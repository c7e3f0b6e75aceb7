import { speak } from './words.ts';

let loading: Promise<void> | null = null;

/** Every word of the language chosen: what a screen that is a file of its own waits for. */
export function loadWords(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const { words } = await import('./en.ts');
  speak(words);
}
