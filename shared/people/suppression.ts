import { z } from 'zod';
import { MAX_NOTE_CHARS } from '../people-limits.ts';
import { PURPOSES } from './purpose.ts';

/** Where an entry comes from. */
export const SUPPRESSION_SOURCES = ['upload', 'hand', 'key_press', 'sms_status', 'exotel_blacklist', 'api'] as const;
export type SuppressionSource = (typeof SUPPRESSION_SOURCES)[number];

const channelSchema = z.enum(['voice', 'sms']);
const textSchema = z.string().trim().max(MAX_NOTE_CHARS);

/**
 * What an entry applies to: one channel or both (null), templates of one purpose or all (null), until a date or for
 * good (null).
 */
const scopeSchema = z.object({
  channel: channelSchema.nullable(),
  group: z.enum(PURPOSES).nullable(),
  expires: z.string().nullable(),
});

const expiresSchema = z.iso.datetime({ offset: true }).nullable();

/** One number, as a client adds it. */
export const suppressRequestSchema = z
  .strictObject({
    number: z.string().min(1).max(100).describe('However it is written'),
    channel: channelSchema.nullable().default(null).describe('Left out: calls and messages'),
    group: z.enum(PURPOSES).nullable().default(null).describe('Only templates of this purpose; left out: all'),
    note: textSchema.nullable().default(null),
    expires: expiresSchema.default(null).describe('Left out: for good'),
  })
  .meta({ id: 'SuppressRequest' });

/** The parameters in the address of an upload. */
export const suppressUploadSchema = z.object({
  mode: z.enum(['append', 'replace']).default('append'),
  name: z.string().trim().max(MAX_NOTE_CHARS).default(''),
  preview: z.enum(['true', 'false']).default('false'),
  channel: channelSchema.nullable().default(null),
  group: z.enum(PURPOSES).nullable().default(null),
  note: textSchema.nullable().default(null),
  expires: expiresSchema.default(null),
});
export type SuppressUpload = z.infer<typeof suppressUploadSchema>;

const words = z.string().nullable();

export const suppressionSchema = scopeSchema
  .extend({
    id: z.string(),
    number: z.string().nullable().describe('E.164; null of a person who was erased'),
    lastDigits: z.string(),
    erased: z.boolean(),
    source: z.enum(SUPPRESSION_SOURCES),
    by: z.string(),
    at: z.string(),
    note: words,
    upload: z.object({ id: z.string(), name: z.string() }).nullable(),
    import: words,
    row: z.int().min(1).nullable(),
    call: words,
    stillCalledBy: z
      .int()
      .min(1)
      .optional()
      .describe(
        'Of one just added, where there are any: campaigns that Exotel has and that call the number all the same; stop them',
      ),
  })
  .meta({ id: 'Suppression' });
export type Suppression = z.infer<typeof suppressionSchema>;

/** How an upload was read. `added + known + unreadable` is the number of its rows. */
export const uploadResultSchema = z
  .object({
    upload: words.describe('What undoes it; null of a preview'),
    name: z.string(),
    rows: z.int().min(0),
    added: z.int().min(0),
    known: z.int().min(0).describe('On the list already, or earlier in the file'),
    unreadable: z.int().min(0),
    replaced: z.int().min(0).describe('Numbers of earlier uploads of this name that it takes the place of'),
    unreadableRows: z.array(z.object({ line: z.int(), value: z.string(), code: z.string() })),
    columns: z.array(z.string()).describe('Headings of the columns whose numbers are on the list now'),
    unreadColumns: z.array(z.string()).describe('Headings of columns that hold numbers, too, and were passed over'),
  })
  .meta({ id: 'SuppressionUpload' });
export type UploadResult = z.infer<typeof uploadResultSchema>;

export const removeRequestSchema = z
  .strictObject({ reason: z.string().trim().min(1).max(MAX_NOTE_CHARS) })
  .meta({ id: 'RemoveRequest' });

/** What is about to be called; an entry counts only if it applies to it. */
export interface Use {
  readonly channel: 'voice' | 'sms';
  readonly group: (typeof PURPOSES)[number];
}

export function holdsFor(
  scope: { readonly channel: string | null; readonly group: string | null; readonly expiresAt: number | null },
  use: Use,
  now: number,
): boolean {
  if (scope.expiresAt !== null && scope.expiresAt <= now) return false;
  return (scope.channel ?? use.channel) === use.channel && (scope.group ?? use.group) === use.group;
}
