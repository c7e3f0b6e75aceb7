import { STORE_MODE } from '../../../extension/build/make-manifest.ts';
import type { Part } from './run-part.ts';

/** Questions about the text of the project: nothing is run, so they may be asked side by side. */
export const STATIC_PARTS: readonly Part[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  // One reading of the types serves both: `tsc` read the libraries anew for each of nine folders.
  { name: 'lint and types', command: ['oxlint', '--type-aware', '--type-check', '--deny-warnings'] },
  { name: 'unused code', command: ['knip', '--no-progress', '--treat-config-hints-as-errors'] },
];

/** Everything that is shipped. `wxt build` prepares types, so builds of the extension never run side by side. */
export const BUILD_PARTS: readonly Part[] = [
  { name: 'build for Chrome', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  {
    name: 'build the Worker',
    command: ['wrangler', 'deploy', '--dry-run', '--minify', '--outdir', '.output/worker'],
    env: { CI: 'true', WRANGLER_HIDE_BANNER: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' },
  },
];

/** What Mozilla will say of it, before it says so; Chrome and Edge publish no linter. */
export const STORE_PART: Part = {
  name: "the stores' linter",
  command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--warnings-as-errors', '--no-config-discovery'],
};

/** One package a store. */
export const PACKAGE_PARTS: readonly Part[] = [
  { name: 'package for Chrome', command: ['wxt', 'zip', '--mode', STORE_MODE] },
  { name: 'package for Edge', command: ['wxt', 'zip', '-b', 'edge', '--mode', STORE_MODE] },
  { name: 'package for Firefox', command: ['wxt', 'zip', '-b', 'firefox', '--mv3', '--mode', STORE_MODE] },
];

/** Reads what the builds wrote. */
export const SIZE_PART: Part = {
  name: 'sizes',
  command: ['size-limit', '--config', 'test/local/parts/size-limit.config.ts'],
};
