import { signal } from '@preact/signals';
import { FileHits } from '../../checking/file-hits.ts';
import { readMarked } from '../../../shared/people/marked-numbers.ts';
import { countPacked } from '../../../shared/people/packed-numbers.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';

/** Asks the Worker who of these packed numbers, with marks or without, is not called; null where it could not be asked. */
export type ScreenNumbers = (template: string, packed: Uint8Array<ArrayBuffer>) => Promise<ScreenHits | null>;

type ScreeningState =
  /** Not asked: no template yet, or nobody to ask. */
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  /** `asked`: how many people, each once. */
  | { readonly state: 'screened'; readonly hits: FileHits; readonly asked: number; readonly asOf: string }
  /** Start asks once more: nobody is called who should not be. */
  | { readonly state: 'failed' };

/** Who of a file is not called, asked with numbers alone before the file leaves the browser. */
export function createScreening(screen: ScreenNumbers, now: () => Date = () => new Date()) {
  const state = signal<ScreeningState>({ state: 'none' });
  let asked = 0;

  return {
    state,
    /** What was answered was of other numbers. */
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
