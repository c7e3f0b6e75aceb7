import type { Template } from '../../../shared/template/template-schema.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

/**
 * Whether what is shown through the Worker in use is what a kept import will be done with. An earlier version meant with ''
 * whichever is in use.
 */
export function isMeantFor({ worker }: Pick<KeptImport, 'worker'>, inUse: string): boolean {
  return worker === '' || worker === inUse;
}

/** Whether it may go to another Worker: once pressed, the one it was meant for may have it, and may have launched it. */
export function mayMove({ upload, press }: Pick<KeptImport, 'upload' | 'press'>): boolean {
  return upload.step === 'draft' && press === null;
}

/**
 * The same file for another Worker, with the template that stands there for its own: a copy by its id, else the only one of
 * its name. What the other Worker was asked, and what was said to its answers, is of no use here. As it was where it may not.
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
    // What has only the name in common is looked at before anything else; who is left out is another Worker's to say.
    step: copy ? 'check' : 'file',
  };
}

/** Of an import whose template the Worker it goes to does not have. */
const NO_TEMPLATE = '';

export function hasNoTemplate({ template }: Pick<KeptImport, 'template'>): boolean {
  return template.id === NO_TEMPLATE;
}
