import type { PlanInput } from '../../../shared/plan/plan-campaigns.ts';
import { makeRules } from './make-rules.ts';

/** Calls with one text for all, planned for a new account. */
export function makePlanInput(overrides: Partial<PlanInput> & Pick<PlanInput, 'contacts' | 'now'>): PlanInput {
  return {
    ...makeRules(),
    channel: 'voice',
    personal: false,
    callDuplicates: false,
    longestRowBytes: 0,
    wish: 'auto',
    ...overrides,
  };
}
