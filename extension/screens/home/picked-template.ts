import type { Template } from '../../../shared/template/template-schema.ts';

/**
 * The last template used, if it still exists; otherwise the only one, if there is just one; otherwise none, because who
 * calls must never be guessed.
 */
export function pickedTemplate(templates: readonly Template[], lastId: string | null): Template | null {
  const last = templates.find(({ id }) => id === lastId);
  return last ?? (templates.length === 1 ? (templates[0] ?? null) : null);
}
