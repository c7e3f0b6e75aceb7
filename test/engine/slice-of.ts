/** All there is to play, by `npm run test:moments` and wherever the documents are written anew. */
const IS_WHOLE = process.env['MOMENTS_EVERY'] === '1' || process.env['UPDATE_DOCS'] === '1';

/**
 * What every change plays: one of `every`. Where the same items are played in many stories, each begins at its own place,
 * so that all of them together leave out nothing.
 */
export function sliceOf<T>(items: readonly T[], every: number, story = 0): T[] {
  return IS_WHOLE ? [...items] : items.filter((_, at) => (at + story) % every === 0);
}
