import { fileFaultSentence } from './file-faults.ts';
import { deliverySentence, planSentence } from './plan-faults.ts';
import type { Section } from './section.ts';
import { templateSentence } from './template-issues.ts';
import { updateSentence } from './update-faults.ts';

export const sentences: Section<'sentences'> = {
  fileFault: fileFaultSentence,
  plan: planSentence,
  delivery: deliverySentence,
  update: updateSentence,
  template: ({ code }, facts) => templateSentence(code, facts),
};
