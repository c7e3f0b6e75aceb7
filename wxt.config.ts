import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { firstInOne } from './extension/build/first-in-one.ts';
import { makeManifest } from './extension/build/make-manifest.ts';
import { allowStyles, stylesInPage } from './extension/build/styles-in-page.ts';
import { withoutEmpty } from './extension/build/without-empty.ts';
import { withoutEval } from './extension/build/without-eval.ts';

/** Where the first paint counts: what opens from the toolbar, again and again. */
const STYLED = ['popup.html', 'sidepanel.html'];

export default defineConfig({
  srcDir: 'extension',
  // Browser tests run side by side, each with a build of its own.
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  publicDir: 'extension/public',
  imports: false,
  // A browser is opened by whoever develops: WXT's own would hold a profile of its own.
  webExt: { disabled: true },
  manifest: makeManifest,
  hooks: {
    async 'build:manifestGenerated'({ config }, { content_security_policy: policy }) {
      // While it is developed the styles come from the server.
      if (config.command !== 'build' || typeof policy !== 'object' || policy.extension_pages === undefined) return;
      const read = (page: string) => readFile(join(config.outDir, page), 'utf8');
      const pages = await Promise.all(STYLED.map((page) => read(page)));
      policy.extension_pages = await allowStyles(policy.extension_pages, pages);
    },
  },
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // Mozilla rebuilds the extension from these; it asks for nothing else.
    excludeSources: ['docs/screens/**', 'test/fixtures/**', '.wrangler/**', '.local/**'],
  },
  vite: () => ({
    plugins: [firstInOne(), stylesInPage(), withoutEmpty(), withoutEval()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
});
