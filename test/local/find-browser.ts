import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const IN_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ON_MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const ON_WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a browser that takes the extension may be, the likeliest first. `CHROMIUM_PATH` goes before all. */
export function browserCandidates(platform: NodeJS.Platform, env: Environment): string[] {
  const own = env['CHROMIUM_PATH'];
  return [...(own === undefined ? [] : [own]), ...usualPlaces(platform, env)];
}

function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') return ON_MAC;
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return ON_WINDOWS.flatMap((place) => roots.map((root) => `${root}\\${place}`));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return IN_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Editions that take an unsigned package from a profile; a released Firefox does not. */
const FIREFOX_IN_PATH = ['firefox-esr', 'firefox-developer-edition', 'firefox-nightly'];

/** Where a Firefox may be that the built extension can be put into. `FIREFOX_PATH` goes before all. */
export function firefoxCandidates(env: Environment): string[] {
  const own = env['FIREFOX_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...(own === undefined ? [] : [own]),
    ...FIREFOX_IN_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
}

export function findFirefox(): string | null {
  return firefoxCandidates(process.env).find(isExecutable) ?? null;
}

/** The first browser of this machine the extension can be loaded into, or null. */
export function findBrowser(): string | null {
  return browserCandidates(process.platform, process.env).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
