import { signal } from '@preact/signals';
import { FileHits } from '../../checking/file-hits.ts';
import { readMarked } from '../../../shared/people/marked-numbers.ts';
import { countPacked } from '../../../shared/people/packed-numbers.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';

/**
 * Asks the Worker which of these packed numbers, with or without marks, must not be called; null if it could not be
 * asked.
 */
export type ScreenNumbers = (template: string, packed: Uint8Array<ArrayBuffer>) => Promise<ScreenHits | null>;

type ScreeningState =
  /** Not asked, because there is no template yet, or the person may not ask. */
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  /** `asked`: how many people, each counted once. */
  | { readonly state: 'screened'; readonly hits: FileHits; readonly asked: number; readonly asOf: string }
  /** Start asks again, so nobody is called who should not be. */
  | { readonly state: 'failed' };

/** Who of a file is not called; only numbers are sent, before the file leaves the browser. */
export function createScreening(screen: ScreenNumbers, now: () => Date = () => new Date()) {
  const state = signal<ScreeningState>({ state: 'none' });
  let asked = 0;

  return {
    state,
    /** The last answer was about other numbers. */
    forget(): void {
      asked += 1;
      state.value = { state: 'none' };
    },
    async ask(template: string, packed: Uint8Array<ArrayBuffer>): Promise<void> {
      asked += 1;
      const turn = asked;
      state.value = { state: 'asking' };
      const hits = await screen(template, packed).catch(() => null);
      if (turn !== asked) return;
      if (hits === null) state.value = { state: 'failed' };
      else {
        const asOf = now().toISOString();
        const people = countPacked(readMarked(packed)?.packed ?? packed);
        state.value = { state: 'screened', hits: new FileHits(hits, `${turn}`), asked: people, asOf };
      }
    },
  };
}
