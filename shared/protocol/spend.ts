import { z } from 'zod';
import { MAX_PULSE_SECONDS, MAX_RUPEES } from '../people-limits.ts';

const rupeesSchema = z.number().min(0).max(MAX_RUPEES).nullable();

/** Prices in rupees, typed in by the team; without a price (null) nothing is estimated. */
export const pricesSchema = z.object({
  pulse: rupeesSchema.describe('A pulse of a call'),
  pulseSeconds: z.int().min(1).max(MAX_PULSE_SECONDS),
  smsPart: rupeesSchema.describe('One part of a message'),
});

/** When an import is started, its likely cost is compared with each cap; null means no cap. */
export const spendSchema = z.object({
  day: rupeesSchema.describe('Of the whole team a day'),
  person: rupeesSchema.describe('Of one person a day, by what they start'),
  import: rupeesSchema.describe('Of one import'),
});

const amount = z.number().min(0);

const SPEND_BASES = ['parts', 'history', 'defaults'] as const;

export const spendEstimateSchema = z.object({
  low: amount,
  likely: amount.describe('What the caps are held against'),
  high: amount.describe('Everybody answers and stays for minutes'),
  basis: z
    .enum(SPEND_BASES)
    .catch('defaults')
    .describe('parts: counted; history: by calls of the last month; defaults: by what is usual'),
});
export type SpendEstimate = z.infer<typeof spendEstimateSchema>;

/** The values that an estimate uses. */
export interface SpendTerms {
  readonly prices: z.infer<typeof pricesSchema>;
  /** Pulses billed per person called lately; null if unknown. */
  readonly pulsesPerContact: number | null;
}

/** Used today: a start counts with its likely cost until its campaigns are over, then with its real cost. */
export const spentSchema = z.object({
  day: amount.describe('By the team'),
  person: amount.describe('By whoever asks'),
  pulsesPerContact: z
    .number()
    .min(0)
    .nullable()
    .describe('Pulses for each person called in the last month; null while too few were'),
});
export type Spent = z.infer<typeof spentSchema>;

/** A cap that a start would pass, in rupees. */
export interface SpendPassed {
  readonly cap: 'import' | 'person' | 'day';
  readonly limit: number;
  /** Already used today under this cap; 0 for the cap of one import. */
  readonly already: number;
  readonly likely: number;
  readonly over: number;
}
