import type { Settings } from '../protocol/settings.ts';
import type { SpendPassed, Spent } from '../protocol/spend.ts';
import { toPaise } from './spend.ts';

/**
 * Which cap a start with this likely cost would pass, given what was started today; the narrowest cap is checked first.
 * Null for none.
 */
export function spendCapPassed(
  caps: Settings['spend'],
  likely: number | null,
  spent: Pick<Spent, 'day' | 'person'>,
): SpendPassed | null {
  if (likely === null) return null;
  const sums = [
    { cap: 'import', limit: caps.import, already: 0 },
    { cap: 'person', limit: caps.person, already: spent.person },
    { cap: 'day', limit: caps.day, already: spent.day },
  ] as const;
  for (const { cap, limit, already } of sums) {
    if (limit === null) continue;
    const over = toPaise(already) + toPaise(likely) - toPaise(limit);
    if (over > 0) return { cap, limit, already, likely, over: over / 100 };
  }
  return null;
}

const WHOSE = { import: 'one import', person: 'one person a day', day: 'the team a day' } as const;

export function spendCapSentence({ cap, limit, already, likely, over }: SpendPassed): string {
  const before = cap === 'import' ? '' : ` and ${rupees(already)} is in use today`;
  return `This would pass the spending cap of ${WHOSE[cap]} by ${rupees(over)}: it likely costs ${rupees(likely)}${before}, of ${rupees(limit)}. Ask an admin to change the cap, or send a shorter file.`;
}

function rupees(amount: number): string {
  return `₹${amount.toFixed(2)}`;
}
