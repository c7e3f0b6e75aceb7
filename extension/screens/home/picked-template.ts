import type { Template } from '../../../shared/template/template-schema.ts';

/** The template used last, while it exists; the only one, when there is one; otherwise none: never guess who calls. */
export function pickedTemplate(templates: readonly Template[], lastId: string | null): Template | null {
  const last = templates.find(({ id }) => id === lastId);
  return last ?? (templates.length === 1 ? (templates[0] ?? null) : null);
}
