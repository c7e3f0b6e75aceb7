import { z } from 'zod';
import { ROLES } from '../team/roles.ts';
import { MAX_PERSON_NAME_CHARS, MAX_SEND_BACK_CHARS } from '../team-limits.ts';

const name = z.string().trim().min(1).max(MAX_PERSON_NAME_CHARS);
const instant = z.string();

export const tokenRequestSchema = z
  .strictObject({
    name: name.describe('Of the person, or the script'),
    role: z.enum(ROLES),
    expires: z.iso.datetime({ offset: true }).nullable().optional().describe('Never, when left out'),
    template: z.string().min(1).nullable().optional().describe('Only this template, and imports made with it'),
  })
  .meta({ id: 'TokenRequest' });
export type TokenRequest = z.infer<typeof tokenRequestSchema>;

export const teamTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    prefix: z.string().describe('How the token begins'),
    template: z.string().nullable(),
    createdAt: instant,
    createdBy: z.string(),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().describe('To the hour'),
  })
  .meta({ id: 'TeamToken' });
export type TeamToken = z.infer<typeof teamTokenSchema>;

export const madeTokenSchema = teamTokenSchema
  .extend({ token: z.string().describe('Shown this once') })
  .meta({ id: 'MadeToken' });
export type MadeToken = z.infer<typeof madeTokenSchema>;

export const inviteRequestSchema = tokenRequestSchema.extend({}).meta({ id: 'InviteRequest' });

export const inviteSchema = z
  .object({ link: z.string().describe('For one person, once'), expiresAt: instant })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof inviteSchema>;

/** One act, as facts for a sentence. Texts never contain a complete phone number. */
export const trailLineSchema = z
  .object({
    seq: z.int().min(1),
    at: instant,
    who: z.string().describe('Name of the person or script; "system" for what the Worker did by itself'),
    role: z.enum(ROLES).nullable(),
    from: z.enum(['extension', 'script', 'system']),
    identity: z.string().nullable().describe('As Cloudflare Access knows them, where it stands before the Worker'),
    what: z.string().describe('import.launched, token.revoked, …'),
    result: z.enum(['done', 'refused']),
    code: z.string().nullable().describe('Why it was refused'),
    on: z.object({ kind: z.string(), ref: z.string().nullable(), name: z.string().nullable() }).nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    counts: z.record(z.string(), z.number()).nullable(),
    note: z.string().nullable(),
    prev: z.string().describe('SHA-256 of the line before, as text; empty in the first'),
  })
  .meta({ id: 'TrailLine' });
export type TrailLine = z.infer<typeof trailLineSchema>;

export const sendBackSchema = z
  .strictObject({ note: z.string().trim().max(MAX_SEND_BACK_CHARS).default('').describe('What to change') })
  .meta({ id: 'SendBack' });
