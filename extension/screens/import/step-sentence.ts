import { assertNever } from '../../../shared/result.ts';
import type { StepReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';

/** Why Next is grey, in words. */
export function stepSentence(reason: StepReason): string {
  switch (reason.code) {
    case 'reading':
      return words.steps.reading;
    case 'file_fault':
      return words.steps.fileFault;
    case 'no_number_column':
      return words.steps.noNumberColumn;
    case 'unmapped':
      return words.steps.unmapped(reason.variables);
    case 'nobody':
      return words.steps.nobody;
    default:
      return assertNever(reason);
  }
}
