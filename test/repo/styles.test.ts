import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../shared/protocol/outcomes.ts';
import { importsOf } from './imports-of.ts';
import { readProjectFile, SOURCE_FILES } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const BY_PATH = new Map(SOURCE_FILES.map((file) => [file.path, file]));

/** The style sheets that are loaded with a file, whoever shows it. */
function sheetsOf(path: string, seen = new Set<string>()): string[] {
  const file = BY_PATH.get(path);
  if (file === undefined || seen.has(path)) return [];
  seen.add(path);
  if (path.endsWith('.css')) return [path];
  const statics = importsOf(file).filter(({ specifier }) => !file.text.includes(`import('${specifier}')`));
  return statics.flatMap(({ target }) => (target === null ? [] : sheetsOf(target, seen)));
}

function classesIn({ text }: SourceFile): string[] {
  const lists = [...text.matchAll(/class=(?:"([^"]+)"|\{`([^`]+)`)/gu)].map(([, plain, made]) => plain ?? made ?? '');
  return lists.flatMap((list) => list.replaceAll(/\$\{.*?\}/gu, ' ').split(/\s+/u)).filter((name) => name !== '');
}

function sheetsWith(name: string): string[] {
  const rule = new RegExp(`\\.${name}(?![\\w-])[^{}]*\\{`, 'u');
  return SOURCE_FILES.filter(({ path, text }) => path.endsWith('.css') && rule.test(text)).map(({ path }) => path);
}

describe('a component of several screens', () => {
  it('brings its own styles along, because some screens show nothing else of its kind', () => {
    const first = sheetsOf('extension/entrypoints/popup/main.tsx');
    const bare = SOURCE_FILES.filter(({ path }) => /^extension\/components\/.*\.tsx$/u.test(path)).flatMap((file) => {
      const loaded = new Set([...first, ...sheetsOf(file.path)]);
      return classesIn(file)
        .map((name) => ({ name, sheets: sheetsWith(name) }))
        .filter(({ sheets }) => sheets.length > 0 && !sheets.some((sheet) => loaded.has(sheet)))
        .map(({ name }) => `${file.path}: ${name}`);
    });
    expect(bare).toEqual([]);
  });
});

/** The colours of each theme: those of the light one also hold in the dark one where it names no other. */
const [LIGHT = '', DARK = ''] = readProjectFile('extension/styles/tokens.css').split('(prefers-color-scheme: dark)');
const THEMES = [
  ['light', colours(LIGHT)],
  ['dark', { ...colours(LIGHT), ...colours(DARK) }],
] as const;
const BINS = ['accepted', 'duplicate', 'invalid-row', 'blank', 'suppressed', 'called_recently'];

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/(--[\w-]+): (#[\da-f]{6});/gu)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** The colour of a part of a bar, as its style sheet says. */
function colourOf(part: string, theme: Record<string, string>): string {
  const css = readProjectFile('extension/components/status/stacked-bar.css');
  const [, token = ''] =
    new RegExp(`\\.part-${part}(?![\\w-])[^{}]*\\{\\s*--part: var\\((--[\\w-]+)\\)`, 'u').exec(css) ?? [];
  return theme[token] ?? `none for ${part}`;
}

function linear(hex: string): [number, number, number] {
  const at = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

/** How different two colours look, in Oklab: black and white are 1 apart. */
function apart(left: string, right: string): number {
  const [a, b] = [lab(left), lab(right)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab(hex: string): [number, number, number] {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122 * r + 0.5363 * g + 0.0514 * b);
  const m = Math.cbrt(0.2119 * r + 0.6807 * g + 0.1074 * b);
  const s = Math.cbrt(0.0883 * r + 0.2817 * g + 0.63 * b);
  return [
    0.2105 * l + 0.7936 * m - 0.0041 * s,
    1.978 * l - 2.4286 * m + 0.4506 * s,
    0.0259 * l + 0.7828 * m - 0.8087 * s,
  ];
}

function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [left, right]
    .map(linear)
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('a legend in the %s theme', (_, theme) => {
  it.each([
    ['rows', BINS],
    ['outcomes', [...OUTCOMES]],
  ])('has a colour of its own for each of its %s', (_what, parts) => {
    const alike = parts.flatMap((part, at) =>
      parts
        .slice(at + 1)
        .filter((other) => !(apart(colourOf(part, theme), colourOf(other, theme)) >= 0.09))
        .map((other) => `${part} and ${other}`),
    );
    expect(alike).toEqual([]);
  });

  it('shows who is left out by the list and the caps against its surface as WCAG asks of graphics', () => {
    const faint = ['suppressed', 'called_recently', 'dnd', 'invalid-row', 'accepted'].filter(
      (part) => contrast(colourOf(part, theme), theme['--surface'] ?? '') < 3,
    );
    expect(faint).toEqual([]);
  });
});
