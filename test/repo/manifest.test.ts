import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LOCAL_MODE, makeManifest, STORE_MODE } from '../../extension/build/make-manifest.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { PACKAGE_PARTS } from '../local/parts/check-parts.ts';
import { projectPath } from '../local/project-root.ts';
import { SINCE } from './browser-apis.ts';
import { readProjectFile } from './source-files.ts';

const manifestSchema = z.object({
  manifest_version: z.literal(3),
  version: z.string(),
  key: z.string().optional(),
  minimum_chrome_version: z.string().optional(),
  incognito: z.string().optional(),
  action: z.object({ default_area: z.string().optional() }).loose(),
  side_panel: z.object({ default_path: z.string() }).optional(),
  sidebar_action: z.object({ default_panel: z.string(), open_at_install: z.boolean().optional() }).loose().optional(),
  permissions: z.array(z.string()).default([]),
  optional_permissions: z.array(z.string()).default([]),
  host_permissions: z.array(z.string()).default([]),
  optional_host_permissions: z.array(z.string()).default([]),
  content_scripts: z.array(z.unknown()).default([]),
  web_accessible_resources: z.array(z.unknown()).default([]),
  externally_connectable: z.unknown().optional(),
  content_security_policy: z.object({ extension_pages: z.string() }),
  browser_specific_settings: z
    .object({
      gecko: z.object({
        id: z.string(),
        strict_min_version: z.string(),
        data_collection_permissions: z.object({ required: z.array(z.string()) }),
      }),
    })
    .optional(),
});

/** As built: `npm run build` first. */
const MANIFESTS = ['chrome-mv3', 'firefox-mv3'] as const;

function manifestOf(build: (typeof MANIFESTS)[number]): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readProjectFile('.output', build, 'manifest.json')));
}

function readScripts(build: (typeof MANIFESTS)[number]): string {
  return readdirSync(projectPath('.output', build), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') || path.endsWith('.css'))
    .map((path) => readProjectFile('.output', build, path))
    .join('\n');
}

/** Chromium's id: the first half of the key's SHA-256, each hex digit written as a letter from a to p. */
function idOfKey(key: string): string {
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hex.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

describe('the manifest', () => {
  it.each(MANIFESTS)('asks for what the privacy page explains, and one host of your choice (%s)', (build) => {
    const manifest = manifestOf(build);
    // Firefox has its sidebar without asking.
    const panel = build === 'firefox-mv3' ? [] : ['sidePanel'];
    expect([...manifest.permissions].sort()).toEqual(['alarms', 'notifications', ...panel, 'storage']);
    expect(manifest.optional_permissions).toEqual([]);
    expect(manifest.host_permissions).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
  });

  it.each(MANIFESTS)('touches no page and opens nothing to pages (%s)', (build) => {
    const manifest = manifestOf(build);
    expect(manifest.content_scripts).toEqual([]);
    expect(manifest.web_accessible_resources).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it.each(MANIFESTS)('runs only its own scripts (%s)', (build) => {
    const policy = manifestOf(build).content_security_policy.extension_pages;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:\/\/[^ ;]*cdn|data:\s*script/);
  });

  it('keeps in Chromium the id the Worker lets in', () => {
    const { key } = manifestOf('chrome-mv3');
    expect(`chrome-extension://${idOfKey(key ?? '')}`).toBe(EXTENSION_ORIGIN);
  });

  it('tells Firefox all that it sends', () => {
    const gecko = manifestOf('firefox-mv3').browser_specific_settings?.gecko;
    expect(gecko?.data_collection_permissions.required).toEqual([
      'personallyIdentifyingInfo',
      'personalCommunications',
      'authenticationInfo',
    ]);
  });

  it('is met well in Firefox: a button in sight, a sidebar that opens when asked, no private windows', () => {
    const { action, incognito, sidebar_action: sidebar } = manifestOf('firefox-mv3');
    expect([action.default_area, sidebar?.default_panel, sidebar?.open_at_install, incognito]).toEqual([
      'navbar',
      'sidepanel.html',
      false,
      'not_allowed',
    ]);
    const chromium = manifestOf('chrome-mv3');
    expect([chromium.action.default_area, chromium.side_panel?.default_path, chromium.incognito]).toEqual([
      undefined,
      'sidepanel.html',
      undefined,
    ]);
  });

  it('has a key in the unpacked build alone: the stores give the id', () => {
    const keyOf = (browser: string, mode: string) => 'key' in makeManifest({ browser, mode, command: 'build' });
    expect(['chrome', 'edge'].map((browser) => keyOf(browser, STORE_MODE))).toEqual([false, false]);
    expect(['production', LOCAL_MODE].map((mode) => keyOf('chrome', mode))).toEqual([true, true]);
    expect(PACKAGE_PARTS.map(({ command }) => command.slice(command.indexOf('--mode')))).toEqual(
      PACKAGE_PARTS.map(() => ['--mode', STORE_MODE]),
    );
  });

  it.each(MANIFESTS)('is not offered to a browser that is too old for what it uses (%s)', (build) => {
    const manifest = manifestOf(build);
    const gecko = manifest.browser_specific_settings?.gecko.strict_min_version;
    const [browser, least] =
      gecko === undefined ? ['chrome' as const, manifest.minimum_chrome_version] : ['firefox' as const, gecko];
    const scripts = readScripts(build);
    const used = SINCE.filter(({ use }) => use.test(scripts));
    expect(used.map(({ what }) => what)).toEqual(expect.arrayContaining(['URL.parse', 'Map.groupBy']));
    expect(used.filter((each) => each[browser] > Number.parseFloat(least ?? '0'))).toEqual([]);
  });

  it.each(MANIFESTS)('has the version of the package (%s)', (build) => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readProjectFile('package.json')));
    expect(manifestOf(build).version).toBe(version);
  });
});
