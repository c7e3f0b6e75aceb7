import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstScripts } from '../../local/first-scripts.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dialsheet-scripts-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function built(files: Readonly<Record<string, string>>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return firstScripts(root, 'popup.html');
}

describe('firstScripts', () => {
  it('follows scripts, preloads and static imports, minified or not, each once', () => {
    const found = built({
      'popup.html':
        '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="modulepreload" crossorigin href="/chunks/p.js">',
      'chunks/popup.js':
        'import{a as b,c}from"./a.js";import"./side.js";import x from"./a.js";const l=()=>import("./lazy.js");',
      'chunks/a.js': 'export * from "./deep.js"; export{q}from"./side.js";',
      'chunks/deep.js': 'import "./a.js"',
      'chunks/side.js': '',
      'chunks/p.js': '',
      'chunks/lazy.js': '',
    });
    expect(found).toEqual(['chunks/a.js', 'chunks/deep.js', 'chunks/p.js', 'chunks/popup.js', 'chunks/side.js']);
  });

  it('throws when a named script is not there, so that a size is never too small', () => {
    expect(() => built({ 'popup.html': '<script src="/gone.js"></script>' })).toThrow(/ENOENT/);
  });
});
