import { attentionText } from './attention.ts';
import { columnReasonSentence } from './column-reasons.ts';
import { fileFaultSentence } from './file-faults.ts';
import { deliverySentence, planSentence } from './plan-faults.ts';
import type { Words } from '../words.ts';
import { templateSentence } from './template-issues.ts';
import { updateSentence } from './update-faults.ts';

export const sentences: Words['sentences'] = {
  fileFault: fileFaultSentence,
  columnReason: columnReasonSentence,
  plan: planSentence,
  delivery: deliverySentence,
  update: updateSentence,
  attention: attentionText,
  template: ({ code }, facts) => templateSentence(code, facts),
};
