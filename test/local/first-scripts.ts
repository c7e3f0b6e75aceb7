import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SCRIPT_TAG = /<script\b[^>]*\bsrc="([^"]+)"/g;
const PRELOAD_TAG = /<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g;
/** Bundled modules: `import{a}from"./b.js"` and `import"./b.js"`, but not what is imported later, as a call. */
const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$*{][^'"()]*?\bfrom\s*)?["'](\.[^"']+)["']/g;

/**
 * The scripts a built page loads before it can show anything: those its HTML names and all they import statically.
 * Paths are inside `root`; a named file that is missing throws.
 */
export function firstScripts(root: string, page: string): string[] {
  const html = readFileSync(join(root, page), 'utf8');
  const pending = [...html.matchAll(SCRIPT_TAG), ...html.matchAll(PRELOAD_TAG)].map(([, src = '']) =>
    inside(page, src),
  );
  const found = new Set<string>();
  for (let script = pending.pop(); script !== undefined; script = pending.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    for (const [, from = ''] of readFileSync(join(root, script), 'utf8').matchAll(STATIC_IMPORT)) {
      pending.push(inside(script, from));
    }
  }
  return [...found].sort();
}

function inside(file: string, reference: string): string {
  return normalize(reference.startsWith('/') ? reference.slice(1) : join(dirname(file), reference));
}
