import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '../local/project-root.ts';

const FOLDER = ['test', 'fixtures', 'exotel-samples'] as const;

const mendSchema = z.strictObject({ why: z.string(), printed: z.string(), written: z.string() });

const sampleSchema = z.strictObject({
  file: z.string(),
  page: z.string(),
  /** Method and path below the account, or the request field that names a callback's address. */
  call: z.string(),
  kind: z.enum(['request', 'response', 'callback']),
  language: z.string().optional(),
  printedAgainOn: z.string().optional(),
  /** What had to be changed to make JSON of the print, in order. */
  mended: z.array(mendSchema),
  printedSha256: z.string(),
});

const bareRequestSchema = z.strictObject({
  page: z.string(),
  call: z.string(),
  kind: z.literal('request'),
  language: z.string(),
  method: z.enum(['GET', 'DELETE']),
  path: z.string(),
  mended: z.string().optional(),
});

const manifestSchema = z.strictObject({
  about: z.array(z.string()),
  samples: z.array(sampleSchema),
  withoutBody: z.array(bareRequestSchema),
});

const manifest = manifestSchema.parse(JSON.parse(readText('manifest.json')));

/** Every published sample that has a body. */
export const SAMPLES = manifest.samples;
/** Every published request that has none. */
export const BARE_REQUESTS = manifest.withoutBody;

function readText(file: string): string {
  return readFileSync(projectPath(...FOLDER, file), 'utf8');
}

/** The sample's exact text. */
export function sampleText(file: string): string {
  return readText(file);
}

/** What `JSON.parse` makes of it. */
export function sampleJson(file: string): unknown {
  return JSON.parse(readText(file));
}

/** The requests of one call, one a language: `[file, language]` for `it.each`. */
export function requestsOf(call: string): (readonly [file: string, language: string])[] {
  return SAMPLES.filter((sample) => sample.kind === 'request' && sample.call === call).map(
    ({ file, language = '' }) => [file, language] as const,
  );
}
