import { z } from 'zod';
import { capSchema } from '../people/caps.ts';
import { MAX_BRAKE_CALLS, MAX_BRAKE_MINUTES, MAX_CLOSED_DATES } from '../people-limits.ts';
import { WEEKDAYS } from '../people/calling-days.ts';
import { windowSchema } from '../template/template-schema.ts';
import { pricesSchema, spendSchema, spentSchema } from './spend.ts';

const percent = z.number().min(0).max(100);

/** When an import is paused automatically. Shares in percent of what ended in the last minutes. */
const brakeSchema = z.object({
  enabled: z.boolean(),
  minutes: z.int().min(1).max(MAX_BRAKE_MINUTES),
  minCalls: z.int().min(1).max(MAX_BRAKE_CALLS).describe('Fewer prove nothing'),
  connectRate: percent.describe('Calls answered: paused below this'),
  dndShare: percent.describe('Refused as do-not-disturb: paused above this'),
  shortShare: percent.describe('Answered for under five seconds: paused above this'),
  deliveryRate: percent.describe('Messages delivered: paused below this'),
});

const capsSchema = z.object({ voice: capSchema, sms: capSchema });

const closedDateSchema = z.iso.date().describe('A local date on which nobody is called');

export const settingsSchema = z
  .object({
    window: z.object({ from: z.string(), to: z.string() }),
    weekdays: z.array(z.enum(WEEKDAYS)),
    closedDates: z.array(z.string()),
    caps: capsSchema,
    approveAbove: z.int().min(0).nullable().describe('More contacts than this need a second person; null is never'),
    prices: pricesSchema,
    spend: spendSchema,
    spent: spentSchema,
    brake: brakeSchema,
    passthru: z.string().describe('The permanent signed address for a Passthru applet'),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settingsSchema>;

/**
 * The part that is stored: the address is computed, what was spent is counted, and the window is the Worker's until one
 * is chosen.
 */
export type StoredSettings = Omit<Settings, 'passthru' | 'spent' | 'window'> & {
  readonly window: Settings['window'] | null;
};

/** Fields that are left out stay unchanged. */
export const settingsChangeSchema = z
  .strictObject({
    window: windowSchema.optional(),
    weekdays: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .refine((days) => new Set(days).size === days.length, 'a weekday twice')
      .optional(),
    closedDates: z.array(closedDateSchema).max(MAX_CLOSED_DATES).optional(),
    caps: z.strictObject({ voice: capSchema.partial().optional(), sms: capSchema.partial().optional() }).optional(),
    approveAbove: z.int().min(0).nullable().optional(),
    prices: pricesSchema.partial().optional(),
    spend: spendSchema.partial().optional(),
    spent: z.unknown().optional().describe('As it was read; it cannot be changed'),
    brake: brakeSchema.partial().optional(),
    passthru: z.string().optional().describe('As it was read; it cannot be changed'),
  })
  .meta({ id: 'SettingsChange' });
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
