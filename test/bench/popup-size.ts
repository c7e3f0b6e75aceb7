import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { firstScripts } from '../local/first-scripts.ts';
import { projectPath } from '../local/project-root.ts';
import type { BenchRow } from './bench-row.ts';

const TARGET_KB = 40;

/** What the popup loads before it can paint, as built for Chrome: `npm run build` first. */
export function run(): BenchRow[] {
  const root = projectPath('.output', 'chrome-mv3');
  const bytes = firstScripts(root, 'popup.html').reduce(
    (sum, script) => sum + gzipSync(readFileSync(projectPath('.output', 'chrome-mv3', script)), { level: 9 }).length,
    0,
  );
  const kilobytes = bytes / 1000;
  return [
    {
      what: "the popup's script, gzipped",
      measured: `${kilobytes.toFixed(1)} KB`,
      target: `<= ${TARGET_KB} KB`,
      met: kilobytes <= TARGET_KB,
    },
  ];
}
