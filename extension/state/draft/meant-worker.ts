import type { Template } from '../../../shared/template/template-schema.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

/** Whether the Worker in use is the one that a kept import goes to. In an earlier version '' meant the one in use. */
export function isMeantFor({ worker }: Pick<KeptImport, 'worker'>, inUse: string): boolean {
  return worker === '' || worker === inUse;
}

/** Whether it may go to another Worker: once Start was pressed, the first one may have it, and may have launched it. */
export function mayMove({ upload, press }: Pick<KeptImport, 'upload' | 'press'>): boolean {
  return upload.step === 'draft' && press === null;
}

/**
 * The same file for another Worker, with the matching template there: one with the same id, otherwise the only one with
 * its name. Answers of the other Worker, and decisions about them, are dropped. Unchanged if it may not move.
 */
export function movedTo(
  kept: KeptImport,
  worker: string,
  templates: readonly Pick<Template, 'id' | 'name'>[],
): KeptImport {
  if (!mayMove(kept)) return kept;
  const copy = templates.find(({ id }) => id === kept.template.id);
  const [named, other] = templates.filter(({ name }) => name === kept.template.name);
  const found = copy ?? (other === undefined ? named : undefined);
  return {
    ...kept,
    worker,
    template: found ? { id: found.id, name: found.name } : { id: NO_TEMPLATE, name: kept.template.name },
    onlyNew: null,
    unlessChanged: false,
    override: null,
    // If only the name matches, a person must look at it first; who is left out is for the new Worker to say.
    step: copy ? 'check' : 'file',
  };
}

/** The template id of an import whose new Worker does not have its template. */
const NO_TEMPLATE = '';

export function hasNoTemplate({ template }: Pick<KeptImport, 'template'>): boolean {
  return template.id === NO_TEMPLATE;
}
