import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { findFirefox } from '../local/find-browser.ts';
import { projectPath } from '../local/project-root.ts';

export const EXTENSION_ID = 'dialsheet@dialsheet.example';
/** Every install gets an origin by chance; this one is known beforehand. */
const EXTENSION_UUID = '5a2e9c4e-8d0f-4b61-9f0b-0d1a15ee7001';
export const EXTENSION_PAGES = `moz-extension://${EXTENSION_UUID}`;

const manifestSchema = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ strict_min_version: z.string() }) }),
});

type Preference = string | number | boolean;

export function downloadsOf(profile: string): string {
  return join(profile, 'downloads');
}

/**
 * A profile with the built extension in it, where it survives a restart as a temporary add-on would not. ESR and
 * Developer Edition take an unsigned package from there; a released Firefox does not.
 */
export async function makeProfile(profile: string, extensionDir: string): Promise<void> {
  await requireNewEnough(extensionDir);
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await mkdir(downloadsOf(profile), { recursive: true });
  // Unlike the command `zip`, web-ext is there on every machine.
  await promisify(execFile)(process.execPath, [
    projectPath('node_modules', '.bin', 'web-ext'),
    'build',
    '--no-config-discovery',
    `--source-dir=${extensionDir}`,
    `--artifacts-dir=${profile}`,
    '--filename=extension.zip',
  ]);
  const zip = await readFile(join(profile, 'extension.zip'));
  await writeFile(join(profile, 'extensions', `${EXTENSION_ID}.xpi`), zip);
}

/** An older Firefox leaves the extension out without a word, and its pages never load. */
async function requireNewEnough(extensionDir: string): Promise<void> {
  const executable = findFirefox();
  if (executable === null) return;
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')));
  const { stdout } = await promisify(execFile)(executable, ['--version']);
  const [is, needed] = [stdout, manifest.browser_specific_settings.gecko.strict_min_version].map((text) =>
    Number(/\d+/.exec(text)?.[0]),
  );
  if (is !== undefined && needed !== undefined && is >= needed) return;
  throw new Error(`${executable} is Firefox ${is}. The extension needs ${needed}: install it, or set FIREFOX_PATH.`);
}

/** Read at every start. */
export async function writePreferences(profile: string, port: number): Promise<void> {
  const all: Readonly<Record<string, Preference>> = {
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    'marionette.port': port,
    'browser.download.dir': downloadsOf(profile),
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
    'toolkit.cosmeticAnimations.enabled': false,
  };
  const lines = Object.entries(all).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
}
