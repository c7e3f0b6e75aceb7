/**
 * Public half of a key that was made once: it fixes the id of the unpacked build in Chromium. The private half was
 * never kept.
 */
const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsR6JIcvWcdjgtaO6cJ5IcmDTjnYo9BvOA42dfQj1NrgH48qHeuK4qqB4n/ZPUlsfaEoMjX24jb/j0O+3LXMhVxKFfzGp4QsPjxtCR7jY3fNxdbafbAT2svFQ8Oj00s4tpa3VfqgakExlv07GBY9pf/7gt4OlKa6i7re3HIuTTR7r84hLX/oN6BZAJHLc+gsGgO7I5PnpCh3yBkv17yELb3DkyDlqHut9mjFhlKkbj4hvv/PPwDTRWe6Vh73DcAUn2e0wqawIsYTQ/lDcYM8wY3NYuZV4Z2A/HMSmBVVirBnXUDTcC8vpJFG8Yu3xtYTkKlGRlM1/wdBuEYHeZkUhpQIDAQAB';

/** Built with `wxt build --mode localhost` (Vite keeps the name "local" for itself). */
export const LOCAL_MODE = 'localhost';
/** The build for the stores: they assign the id themselves, and Chrome's store refuses a package with a key. */
export const STORE_MODE = 'store';

/** `URL.parse` needs this version; everything else we use is older. */
const MINIMUM_CHROME_VERSION = '126';
/** The first version, on desktop and on Android, that shows what an extension sends before it is installed. */
const MINIMUM_FIREFOX_VERSION = '142.0';

/** Allows only the extension's own files and the Worker, whose address is known only at run time. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: wss: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The development server puts styles into the page itself, and serves scripts and pictures from its address. */
const DEVELOPMENT_POLICY = CONTENT_SECURITY_POLICY.replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline' http://localhost:*",
).replace("img-src 'self' data:", "img-src 'self' data: http://localhost:*");

const LOCAL_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

interface Build {
  readonly browser: string;
  readonly mode: string;
  readonly command: 'build' | 'serve';
}

/** The parts of the manifest that WXT cannot derive from the entrypoints. */
export function makeManifest({ browser, command, mode }: Build) {
  const isFirefox = browser === 'firefox';
  return {
    name: 'Dialsheet',
    default_locale: 'en',
    description: '__MSG_description__',
    permissions: ['storage', 'alarms', 'notifications', ...(isFirefox ? [] : ['sidePanel'])],
    optional_host_permissions: ['https://*/*', ...LOCAL_HOSTS],
    // A headless browser cannot answer a permission prompt, so the local build asks for this machine at installation.
    ...(mode === LOCAL_MODE ? { host_permissions: LOCAL_HOSTS } : {}),
    content_security_policy: { extension_pages: command === 'serve' ? DEVELOPMENT_POLICY : CONTENT_SECURITY_POLICY },
    action: {
      default_title: 'Dialsheet',
      // Otherwise Firefox puts the button into a menu, where nobody sees its badge.
      ...(isFirefox ? { default_area: 'navbar' as const } : {}),
    },
    // Firefox on Linux opens its downloads with Ctrl+Shift+Y; Chromium does not accept Ctrl+Alt.
    commands: {
      _execute_action: { suggested_key: { default: isFirefox ? 'Ctrl+Alt+Y' : 'Ctrl+Shift+Y' } },
    },
    ...(isFirefox ? FIREFOX : CHROMIUM),
    ...(isFirefox || mode === STORE_MODE ? {} : { key: MANIFEST_KEY }),
  };
}

const CHROMIUM = { minimum_chrome_version: MINIMUM_CHROME_VERSION };

const FIREFOX = {
  // Firefox has no database for extensions in private windows, so a chosen file could not be kept.
  incognito: 'not_allowed' as const,
  browser_specific_settings: {
    gecko: {
      id: 'dialsheet@dialsheet.example',
      strict_min_version: MINIMUM_FIREFOX_VERSION,
      // What is sent to the team's own Worker (nothing goes to the makers): names and numbers of a file, the words of
      // calls and messages, and the team token.
      data_collection_permissions: {
        required: [
          'personallyIdentifyingInfo' as const,
          'personalCommunications' as const,
          'authenticationInfo' as const,
        ],
      },
    },
  },
};
