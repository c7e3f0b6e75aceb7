import { estimateSpend, type Outgoing } from '../../../shared/people/spend.ts';
import { spendCapPassed } from '../../../shared/people/spend-caps.ts';
import type { SpendEstimate, SpendPassed } from '../../../shared/protocol/spend.ts';
import type { TeamRules } from '../../api/team-answers.ts';
import { words } from '../../words/words.ts';

interface StartCost {
  /** Null if no price is known. */
  readonly estimate: SpendEstimate | null;
  /** The cap that a start would pass. */
  readonly passed: SpendPassed | null;
}

/**
 * The cost of a start, as the Worker will judge it. A person who only asks others to start spends nothing of their own.
 */
export function startCost(rules: TeamRules | null, outgoing: Outgoing, asksOthers: boolean): StartCost {
  const { prices, spend, spent } = rules ?? {};
  if (prices === undefined) return { estimate: null, passed: null };
  const estimate = estimateSpend(outgoing, { prices, pulsesPerContact: spent?.pulsesPerContact ?? null });
  if (spend === undefined || spent === undefined) return { estimate, passed: null };
  const caps = asksOthers ? { ...spend, person: null } : spend;
  return { estimate, passed: spendCapPassed(caps, estimate?.likely ?? null, spent) };
}

export function costText({ low, likely, high }: SpendEstimate): string {
  return low === high ? words.confirm.costOf(likely) : words.confirm.costRange(low, likely, high);
}
