import type { KeptImports } from './kept-imports.ts';
import { notKeptBecause } from './not-kept.ts';
import type { NotKept } from './not-kept.ts';

/**
 * The same store, which says when the browser keeps nothing of a change, and when it keeps one again: most presses have no
 * other way to say so. A file that is taken in has words of its own for it.
 */
export function sayRefusals(kept: KeptImports, say: (why: NotKept | null) => void): KeptImports {
  async function said<Answer>(write: Promise<Answer>): Promise<Answer> {
    try {
      const answer = await write;
      say(null);
      return answer;
    } catch (error) {
      say(notKeptBecause(error));
      throw error;
    }
  }
  return {
    ...kept,
    update: (id, change) => said(kept.update(id, change)),
    remove: (id) => said(kept.remove(id)),
  };
}
