import type { PlanInput } from '../../../shared/plan/plan-campaigns.ts';
import { makeRules } from './make-rules.ts';

/** The input of a plan: calls with the same text for all, for a new account. */
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
