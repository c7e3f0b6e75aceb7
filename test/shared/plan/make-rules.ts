import { LAUNCH_LEAD_SECONDS } from '../../../shared/limits.ts';
import type { DialRules } from '../../../shared/plan/next-slot.ts';

/** The rules of a new account in India: 60 calls a minute, 09:00 to 21:00, no retries. */
export function makeRules(overrides: Partial<DialRules> = {}): DialRules {
  return {
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear' },
    throttle: null,
    callsPerMinute: 60,
    window: { openMinute: 9 * 60, closeMinute: 21 * 60 },
    timeZone: 'Asia/Kolkata',
    leadSeconds: LAUNCH_LEAD_SECONDS,
    minSpanSeconds: 0,
    ...overrides,
  };
}
