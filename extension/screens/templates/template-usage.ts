import type { ImportSummary } from '../../../shared/protocol/import.ts';

/** In how many imports a template is used; and whether all imports were counted or only the newest. */
export interface UsageCount {
  readonly count: number;
  readonly all: boolean;
}

export function templateUsage(
  id: string,
  imports: { readonly items: readonly Pick<ImportSummary, 'template' | 'test'>[]; readonly total: number },
): UsageCount {
  const count = imports.items.filter(({ template, test }) => template.id === id && !test).length;
  return { count, all: imports.items.length >= imports.total };
}
