import { describe, expect, it } from 'vitest';
import { importsOf, type ImportOf } from './imports-of.ts';
import { folderOf, isScript, SOURCE_FILES } from './source-files.ts';

const IMPORTS = SOURCE_FILES.filter(({ path }) => isScript(path)).flatMap(importsOf);

function written(imports: readonly ImportOf[]): string[] {
  return imports.map(({ from, specifier }) => `${from} imports ${specifier}`);
}

function inFolder(folder: string): ImportOf[] {
  return IMPORTS.filter(({ from }) => folderOf(from) === folder);
}

/** package.json is everybody's: it says the version. */
function leavesFor(folders: readonly string[], { target }: ImportOf): boolean {
  return target !== null && target !== 'package.json' && !folders.includes(folderOf(target));
}

function isPackage(names: readonly string[], { specifier, target }: ImportOf): boolean {
  return target === null && names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** Files that only decide: they may be imported by anything, and import no Durable Object and no platform. */
const isShell = (path: string) => /-(?:object|shell)\.ts$/.test(path) || path === 'worker/index.ts';

/** The rooms of the Worker, and what each may know: CONTRIBUTING.md tells what they are. Types may be known by anybody. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'worker/import/outbox': ['worker/exotel'],
  'worker/events': [],
  'worker/import/record': ['worker/import/outbox', 'worker/exotel', 'worker/events'],
  'worker/import/engine': [
    'worker/import/record',
    'worker/import/outbox',
    'worker/exotel',
    'worker/callbacks',
    'worker/account',
  ],
  'worker/import/reports': ['worker/import/record', 'worker/import/outbox', 'worker/campaign', 'worker/spreadsheet'],
  'worker/import/intake': [
    'worker/import/reports',
    'worker/import/engine',
    'worker/import/record',
    'worker/import/outbox',
    'worker/exotel',
  ],
  'worker/exotel': [],
  'worker/spreadsheet': [],
  'worker/callbacks': ['worker/exotel'],
  'worker/campaign': ['worker/callbacks', 'worker/exotel', 'worker/events'],
  'worker/account': ['worker/exotel'],
};

function roomOf(path: string): string | null {
  return Object.keys(ROOMS).find((room) => path.startsWith(`${room}/`)) ?? null;
}

describe('import direction', () => {
  it('finds the imports it judges', () => {
    expect(written(inFolder('shared'))).toContain('shared/protocol/import.ts imports zod');
    expect(IMPORTS.length).toBeGreaterThan(200);
  });

  it('lets shared/ use itself, zod, the phone library and nothing else', () => {
    const strangers = inFolder('shared').filter(
      (each) => leavesFor(['shared'], each) || (each.target === null && !isPackage(['zod', 'libphonenumber-js'], each)),
    );
    expect(written(strangers)).toEqual([]);
  });

  it('keeps the Worker and the extension apart, and tests out of both', () => {
    const strangers = [
      ...inFolder('worker').filter((each) => leavesFor(['worker', 'shared'], each)),
      ...inFolder('extension').filter((each) => leavesFor(['extension', 'shared'], each)),
    ];
    expect(written(strangers)).toEqual([]);
  });

  it('keeps browser parts out of the Worker and Node and Worker parts out of the extension', () => {
    const strangers = [
      ...inFolder('worker').filter((each) => isPackage(['preact', '@preact', 'wxt'], each)),
      ...inFolder('extension').filter((each) => isPackage(['hono', '@hono'], each)),
      ...[...inFolder('worker'), ...inFolder('extension')].filter(({ specifier }) => specifier.startsWith('node:')),
    ];
    expect(written(strangers)).toEqual([]);
  });

  it('keeps the walls between the rooms of the Worker', () => {
    const strangers = inFolder('worker').filter(({ from, target, typeOnly }) => {
      const room = roomOf(from);
      if (room === null || target === null || typeOnly || !target.startsWith('worker/')) return false;
      // What lies beside app.ts is everybody's: errors, ids, stored JSON.
      const isOpen = !target.slice('worker/'.length).includes('/');
      return !isOpen && !target.startsWith(`${room}/`) && !ROOMS[room]?.some((known) => target.startsWith(`${known}/`));
    });
    expect(written(strangers)).toEqual([]);
  });

  it('lets only index.ts import an object as a value', () => {
    const strangers = inFolder('worker').filter(
      ({ from, target, typeOnly }) =>
        target !== null && target.endsWith('-object.ts') && !typeOnly && from !== 'worker/index.ts',
    );
    expect(written(strangers)).toEqual([]);
  });

  it('lets only the shells of the Worker import the platform', () => {
    const strangers = inFolder('worker').filter(
      ({ from, specifier, typeOnly }) => specifier.startsWith('cloudflare:') && !typeOnly && !isShell(from),
    );
    expect(written(strangers)).toEqual([]);
  });

  it('writes relative imports with their extension', () => {
    const bare = IMPORTS.filter(
      ({ target }) => target !== null && !/\.(?:tsx?|m?js|css|svg|json)(?:\?\w+)?$/.test(target),
    );
    expect(written(bare)).toEqual([]);
  });
});
