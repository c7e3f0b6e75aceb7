import { z } from 'zod';
import {
  MAX_DESTINATION_NAME_CHARS,
  MAX_DESTINATION_URL_CHARS,
  MAX_DESTINATIONS,
  MAX_SINK_NAME_CHARS,
  MAX_SINKS,
} from '../sink-limits.ts';
import { templateSchema, windowSchema } from '../template/template-schema.ts';
import { EVENT_TYPES } from './destination.ts';
import { settingsSchema } from './settings.ts';
import { teamTokenSchema } from './team.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const by = z.string().max(200);

const movedSinkSchema = z.object({
  id,
  name: z.string().trim().min(1).max(MAX_SINK_NAME_CHARS),
  createdAt: z.iso.datetime(),
  createdBy: by,
});

const movedDestinationSchema = z.object({
  id,
  name: z.string().trim().min(1).max(MAX_DESTINATION_NAME_CHARS),
  url: z.string().trim().min(1).max(MAX_DESTINATION_URL_CHARS),
  events: z.array(z.enum(EVENT_TYPES)).min(1),
  createdAt: z.iso.datetime(),
  createdBy: by,
});
export type MovedDestination = z.infer<typeof movedDestinationSchema>;

/** An erased person, as a keyed hash: only a Worker with the same secret can compare it with a number. */
const erasedSchema = z.object({
  id,
  hash: z.string().max(100),
  lastDigits: z.string().max(10),
  by,
  at: z.int().min(0),
  reason: z.string().max(1_000),
});

/**
 * What a team has made, to keep or move. It contains no secret, token or number. The list of people not to be called
 * and the trail are files of their own.
 */
export const accountFileSchema = z
  .object({
    kind: z.literal('dialsheet-account'),
    version: z.literal(1),
    exportedAt: z.iso.datetime(),
    accountSid: z.string().max(100),
    templates: z.array(templateSchema),
    settings: settingsSchema.omit({ passthru: true, spent: true }).extend({ window: windowSchema.nullable() }),
    sinks: z.array(movedSinkSchema).max(MAX_SINKS),
    destinations: z.array(movedDestinationSchema).max(MAX_DESTINATIONS),
    erased: z.object({
      secretMark: z.string().max(100).describe('Says whether another Worker can use the hashes'),
      people: z.array(erasedSchema),
    }),
    tokens: z
      .array(teamTokenSchema.pick({ name: true, role: true, template: true, expiresAt: true }))
      .describe('For the record: invite these people again, a token cannot be moved'),
  })
  .meta({ id: 'AccountFile' });
export type AccountFile = z.infer<typeof accountFileSchema>;

const flag = z.enum(['true', 'false']).default('false');
export const accountImportQuerySchema = z.strictObject({ dryRun: flag, overwrite: flag });

const counts = z.object({ added: z.int(), same: z.int(), changed: z.int() });

/** What taking in the file did, or would do. */
export const accountImportedSchema = z
  .object({
    dryRun: z.boolean(),
    templates: counts,
    settings: z.enum(['same', 'changed']),
    sinks: counts,
    destinations: counts,
    secrets: z
      .array(z.object({ id: z.string(), name: z.string(), secret: z.string() }))
      .describe('Of destinations made anew, seen once; they are paused until you let them go on'),
    erased: z.object({ added: z.int(), same: z.int(), unusable: z.int() }),
    otherAccount: z.array(z.string()).describe('Templates whose flow lies in the Exotel account the file came from'),
    toInvite: z.array(z.string()).describe('People and scripts of the file: they need a token of this Worker'),
  })
  .meta({ id: 'AccountImported' });
export type AccountImported = z.infer<typeof accountImportedSchema>;
