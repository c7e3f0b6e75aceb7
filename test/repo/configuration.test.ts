import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readProjectFile } from './source-files.ts';

const VARIABLES = [
  'EXOTEL_BASE_URL',
  'PUBLIC_URL',
  'EXOTEL_REQUESTS_PER_MINUTE',
  'CALLS_PER_MINUTE',
  'MESSAGES_PER_MINUTE',
  'CALLING_WINDOW',
  'TIME_ZONE',
  'DEFAULT_COUNTRY',
  'RETENTION_DAYS',
  'UPLOAD_LIFETIME_DAYS',
  'EXTENSION_ORIGINS',
  'LOCAL_DESTINATIONS',
  'ACCESS_TEAM',
  'ACCESS_AUDIENCE',
];
const SECRETS = ['EXOTEL_API_KEY', 'EXOTEL_API_TOKEN', 'EXOTEL_ACCOUNT_SID', 'TEAM_TOKENS', 'CALLBACK_SECRET'];
/** For tests: what waits for Exotel waits less. */
const UNDOCUMENTED = ['EXOTEL_TIMEOUT_SECONDS'];
const BINDINGS = [
  'ACCOUNTS',
  'IMPORTS',
  'CAMPAIGNS',
  'SINKS',
  'SINK_DIRECTORY',
  'DESTINATIONS',
  'TEAM',
  'PEOPLE',
  'CALLBACKS',
];

const toml = readProjectFile('wrangler.toml');
const env = readProjectFile('worker', 'env.ts') + readProjectFile('worker', 'config.ts');
const readme = readProjectFile('README.md');

/** `[vars]` up to the next table, as name and value. */
function tomlVariables(): Record<string, string> {
  const section = /^\[vars\]\n([\s\S]*?)(?=^\[)/m.exec(toml)?.[1] ?? '';
  return Object.fromEntries(
    [...section.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

describe('configuration', () => {
  it('has every variable in wrangler.toml, and no secret', () => {
    expect(Object.keys(tomlVariables())).toEqual(VARIABLES);
    expect(SECRETS.filter((name) => toml.includes(name))).toEqual([]);
  });

  it('reads in the Worker exactly what is documented', () => {
    const read = new Set(namesIn(env, /^ {2}readonly ([A-Z][A-Z_]+)\??:/gm));
    expect([...read].sort()).toEqual([...VARIABLES, ...SECRETS, ...UNDOCUMENTED, ...BINDINGS].sort());
  });

  it('gives in the README the defaults that wrangler.toml has', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\|/gm)];
    expect(Object.fromEntries(rows.map(([, name = '', value = '']) => [name, value]))).toEqual(tomlVariables());
  });

  it('keeps requests out of the logs: their addresses may hold numbers', () => {
    const section = (name: string) => toml.split(`[${name}]\n`)[1]?.split(/^\[/m)[0] ?? '';
    expect(section('observability.logs')).toContain('invocation_logs = false');
    expect(section('observability.traces')).toContain('enabled = false');
  });

  it('names every secret in the README', () => {
    expect(SECRETS.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('names for every package of the lockfile the bytes that it must have', () => {
    const lock = z
      .object({
        packages: z.record(z.string(), z.object({ integrity: z.string().optional(), link: z.boolean().optional() })),
      })
      .parse(JSON.parse(readProjectFile('package-lock.json')));
    const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true);
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  it('serves built Workers in tests by the Miniflare of its wrangler, and holds no other', () => {
    const lock = z
      .object({
        packages: z.record(z.string(), z.object({ dependencies: z.record(z.string(), z.string()).optional() })),
      })
      .parse(JSON.parse(readProjectFile('package-lock.json')));
    const { devDependencies } = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readProjectFile('package.json')));
    const wanted = lock.packages['node_modules/wrangler']?.dependencies?.['miniflare'];
    expect(devDependencies['miniflare']).toBe(wanted);
    expect(Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/miniflare'))).toEqual([
      'node_modules/miniflare',
    ]);
  });

  it('binds what the Worker reads', () => {
    const bound = [...namesIn(toml, /^binding = "(\w+)"/gm), ...namesIn(toml, /^name = "([A-Z_]+)"/gm)];
    expect(bound.sort()).toEqual([...BINDINGS].sort());
  });
});
