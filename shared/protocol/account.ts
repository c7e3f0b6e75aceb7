import { z } from 'zod';
import { ROLES } from '../team/roles.ts';
import { WEEKDAYS } from '../people/calling-days.ts';
import { DEFAULT_MESSAGES_PER_MINUTE } from '../limits.ts';

export const accountSchema = z
  .object({
    accountSid: z.string(),
    region: z.enum(['singapore', 'mumbai', 'local']).catch('singapore'),
    user: z.string().describe('Who the token belongs to'),
    role: z.enum(ROLES).default('admin').catch('viewer').describe('What this token may do'),
    template: z.string().nullable().default(null).describe('The only template it may use'),
    hasPreparers: z.boolean().default(false).describe('Somebody may ask for a start, and not make it'),
    window: z.object({ from: z.string(), to: z.string() }),
    weekdays: z
      .array(z.enum(WEEKDAYS))
      .default([...WEEKDAYS])
      .catch([...WEEKDAYS])
      .describe('Days on which anybody is called'),
    closedDates: z.array(z.string()).default([]).describe('Local dates on which nobody is'),
    timeZone: z.string(),
    country: z.string(),
    callsPerMinute: z.int().min(1),
    messagesPerMinute: z.int().min(1).default(DEFAULT_MESSAGES_PER_MINUTE),
    requestsPerMinute: z.int().min(1),
    promised: z
      .array(
        z.object({
          channel: z.enum(['voice', 'sms']),
          from: z.iso.datetime(),
          until: z.iso.datetime(),
          perMinute: z.int().min(1),
        }),
      )
      .default([])
      .describe('Minutes that launched imports count on: a timetable is laid around them'),
    retentionDays: z.int().min(1),
    limits: z.object({
      fileBytes: z.int(),
      fileRows: z.int(),
      numbersPerCampaign: z.int(),
      retries: z.int(),
    }),
    version: z.string().default('').describe("The Worker's version"),
    minimumExtension: z.string().default('').describe('The oldest extension it understands'),
    asOf: z.string(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;

export const healthSchema = z.object({ ok: z.boolean(), name: z.string(), version: z.string() }).meta({ id: 'Health' });

const healthCheckSchema = z.object({ name: z.string(), ok: z.boolean(), message: z.string() });
export type HealthCheck = z.infer<typeof healthCheckSchema>;

export const deepHealthSchema = z
  .object({ ok: z.boolean(), version: z.string(), checks: z.array(healthCheckSchema) })
  .meta({ id: 'DeepHealth' });
export type DeepHealth = z.infer<typeof deepHealthSchema>;
