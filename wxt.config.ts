import { defineConfig } from 'wxt';
import { firstInOne } from './extension/build/first-in-one.ts';
import { makeManifest } from './extension/build/make-manifest.ts';
import { withoutEmpty } from './extension/build/without-empty.ts';
import { withoutEval } from './extension/build/without-eval.ts';

export default defineConfig({
  srcDir: 'extension',
  // Browser tests run side by side, each with a build of its own.
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  publicDir: 'extension/public',
  imports: false,
  // A browser is opened by whoever develops: WXT's own would hold a profile of its own.
  webExt: { disabled: true },
  manifest: makeManifest,
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // Mozilla rebuilds the extension from these; it asks for nothing else.
    excludeSources: ['docs/screens/**', 'test/fixtures/**', '.wrangler/**', '.local/**'],
  },
  vite: () => ({
    plugins: [firstInOne(), withoutEmpty(), withoutEval()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
});
