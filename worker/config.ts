import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import {
  DEFAULT_CALLS_PER_MINUTE,
  DEFAULT_MESSAGES_PER_MINUTE,
  DEFAULT_REQUESTS_PER_MINUTE,
  DEFAULT_RETENTION_DAYS,
  EXOTEL_TIMEOUT_SECONDS,
} from '../shared/limits.ts';
import { DEFAULT_UPLOAD_LIFETIME_DAYS } from '../shared/lives-limits.ts';
import { parseCallingWindow } from '../shared/plan/calling-window.ts';
import { isTimeZone } from '../shared/plan/zoned-time.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { parseExtensionOrigins } from './extension-origins.ts';
import type { Env } from './env.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const secret = z.string().min(1);

function wholeNumber(fallback: number, min: number, max: number) {
  return z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? fallback : Number(text)))
    .pipe(z.int().min(min).max(max));
}

const teamTokensSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.array(z.object({ name: z.string().min(1), sha256: z.string().regex(/^[0-9a-fA-F]{64}$/) })).min(1));

const configSchema = z.object({
  EXOTEL_API_KEY: secret,
  EXOTEL_API_TOKEN: secret,
  EXOTEL_ACCOUNT_SID: z.string().regex(/^[A-Za-z0-9_-]+$/),
  TEAM_TOKENS: teamTokensSchema,
  CALLBACK_SECRET: z.string().min(8),
  EXOTEL_BASE_URL: z
    .string()
    .default('')
    .transform((text) => text || 'https://api.exotel.com')
    .pipe(httpUrl),
  PUBLIC_URL: z.union([z.literal(''), httpUrl]).default(''),
  EXOTEL_REQUESTS_PER_MINUTE: wholeNumber(DEFAULT_REQUESTS_PER_MINUTE, 1, 100_000),
  CALLS_PER_MINUTE: wholeNumber(DEFAULT_CALLS_PER_MINUTE, 1, 1_000_000),
  MESSAGES_PER_MINUTE: wholeNumber(DEFAULT_MESSAGES_PER_MINUTE, 1, 1_000_000),
  CALLING_WINDOW: z
    .string()
    .default('')
    .transform((text, context) => {
      const window = parseCallingWindow(text || '09:00-21:00');
      if (window.ok) return window.value;
      context.addIssue(window.error.code);
      return z.NEVER;
    }),
  TIME_ZONE: z
    .string()
    .default('')
    .transform((text) => text || 'Asia/Kolkata')
    .refine(isTimeZone),
  DEFAULT_COUNTRY: z
    .string()
    .default('')
    .transform((text) => text || 'IN')
    .refine((text) => isSupportedCountry(text)),
  EXTENSION_ORIGINS: z
    .string()
    .default('')
    .transform((text, context) => {
      const origins = parseExtensionOrigins(text);
      if (origins !== null) return origins;
      context.addIssue('not the origin of an extension');
      return z.NEVER;
    }),
  RETENTION_DAYS: wholeNumber(DEFAULT_RETENTION_DAYS, 1, 3_650),
  LOCAL_DESTINATIONS: z
    .enum(['', 'true', 'false'])
    .default('')
    .transform((text) => text === 'true'),
  UPLOAD_LIFETIME_DAYS: wholeNumber(DEFAULT_UPLOAD_LIFETIME_DAYS, 1, 365),
  EXOTEL_TIMEOUT_SECONDS: wholeNumber(EXOTEL_TIMEOUT_SECONDS, 1, 120),
  ACCESS_TEAM: z
    .string()
    .regex(/^(?:[A-Za-z0-9-]+)?$/)
    .default(''),
  ACCESS_AUDIENCE: z.string().trim().default(''),
});

/**
 * A team without an audience would let in anybody who signs in to any application of that team, so both must be set or
 * neither.
 */
const wholeSchema = configSchema.superRefine(({ ACCESS_TEAM, ACCESS_AUDIENCE }, context) => {
  if ((ACCESS_TEAM === '') === (ACCESS_AUDIENCE === '')) return;
  const missing = ACCESS_TEAM === '' ? 'ACCESS_TEAM' : 'ACCESS_AUDIENCE';
  context.addIssue({ code: 'custom', path: [missing], message: 'both or neither' });
});

/** The environment after its one check at the edge; nothing downstream asks "is it set?". */
export type Config = z.output<typeof configSchema>;

/** Which settings are missing or wrong, by name only: their values may be secret. */
export interface ConfigFault {
  readonly code: 'misconfigured';
  readonly settings: readonly string[];
}

const checked = new WeakMap<Env, Result<Config, ConfigFault>>();

/** For objects: they are only reached through an edge that has already checked the configuration. */
export function requireConfig(env: Env): Config {
  const config = readConfig(env);
  if (config.ok) return config.value;
  throw new Error(`Misconfigured: ${config.error.settings.join(', ')}`);
}

export function readConfig(env: Env): Result<Config, ConfigFault> {
  const known = checked.get(env);
  if (known !== undefined) return known;
  const parsed = wholeSchema.safeParse(env);
  const result = parsed.success
    ? ok(parsed.data)
    : err({
        code: 'misconfigured' as const,
        settings: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))],
      });
  checked.set(env, result);
  return result;
}
