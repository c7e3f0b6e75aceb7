import { updateSentence } from '../../../shared/campaign/update-faults.ts';
import type { UpdateFault } from '../../../shared/campaign/update-faults.ts';
import { columnReasonSentence } from '../../../shared/columns/column-verdict.ts';
import type { ColumnVerdict } from '../../../shared/columns/column-verdict.ts';
import { letterDoubtSentence } from '../../../shared/csv/letter-doubt.ts';
import type { LetterDoubt } from '../../../shared/csv/letter-doubt.ts';
import { fileFaultSentence } from '../../../shared/contacts/file-fault.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { attentionText } from './attention.ts';
import { deliverySentence } from '../../../shared/plan/choose-delivery.ts';
import type { DeliveryReason } from '../../../shared/plan/choose-delivery.ts';
import { planSentence } from '../../../shared/plan/plan-faults.ts';
import type { PlanFault } from '../../../shared/plan/plan-faults.ts';
import type { TemplateIssue } from '../../../shared/template/template-issues.ts';
import type { TemplateFacts } from '../../../shared/template/template-sentences.ts';

/** What the shared rules say, by code: in English in their own words, which the Worker says too. */
export const sentences = {
  fileFault: (fault: FileFault) => fileFaultSentence(fault),
  columnReason: (verdict: ColumnVerdict, headings: readonly string[]) => columnReasonSentence(verdict, headings),
  letters: (doubt: LetterDoubt) => letterDoubtSentence(doubt),
  plan: (fault: PlanFault) => planSentence(fault),
  delivery: (reason: DeliveryReason, facts: { readonly campaigns: number; readonly lists: number }) =>
    deliverySentence(reason, facts),
  update: (fault: UpdateFault) => updateSentence(fault),
  attention: attentionText,
  template: (issue: Pick<TemplateIssue, 'code' | 'message'>, _facts: TemplateFacts): string => issue.message,
};
