import { defineConfig } from 'wxt';
import { firstInOne } from './extension/build/first-in-one.ts';
import { withoutEval } from './extension/build/without-eval.ts';

/** Public half of a key made once: pins the extension's id in Chromium. The private half was never kept. */
const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsR6JIcvWcdjgtaO6cJ5IcmDTjnYo9BvOA42dfQj1NrgH48qHeuK4qqB4n/ZPUlsfaEoMjX24jb/j0O+3LXMhVxKFfzGp4QsPjxtCR7jY3fNxdbafbAT2svFQ8Oj00s4tpa3VfqgakExlv07GBY9pf/7gt4OlKa6i7re3HIuTTR7r84hLX/oN6BZAJHLc+gsGgO7I5PnpCh3yBkv17yELb3DkyDlqHut9mjFhlKkbj4hvv/PPwDTRWe6Vh73DcAUn2e0wqawIsYTQ/lDcYM8wY3NYuZV4Z2A/HMSmBVVirBnXUDTcC8vpJFG8Yu3xtYTkKlGRlM1/wdBuEYHeZkUhpQIDAQAB';

/** Everything is refused but the extension's own files, and the Worker's address, which is known only at run time. */
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

/** The development server puts styles into the page itself, and scripts and pictures come from its address. */
const DEVELOPMENT_POLICY = CONTENT_SECURITY_POLICY.replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline' http://localhost:*",
).replace("img-src 'self' data:", "img-src 'self' data: http://localhost:*");

/** Built with `wxt build --mode localhost` (Vite keeps the name "local" for itself). */
const LOCAL_MODE = 'localhost';
const LOCAL_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

export default defineConfig({
  srcDir: 'extension',
  // Browser tests run side by side, each with a build of its own.
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  publicDir: 'extension/public',
  imports: false,
  // A browser is opened by whoever develops: WXT's own would hold a profile of its own.
  webExt: { disabled: true },
  manifest: ({ browser, command, mode }) => ({
    name: 'Dialsheet',
    default_locale: 'en',
    description: '__MSG_description__',
    permissions: ['storage', 'alarms', 'notifications', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['https://*/*', ...LOCAL_HOSTS],
    // A headless browser cannot answer a permission prompt: the local build asks for this machine up front.
    ...(mode === LOCAL_MODE ? { host_permissions: LOCAL_HOSTS } : {}),
    content_security_policy: {
      extension_pages: command === 'serve' ? DEVELOPMENT_POLICY : CONTENT_SECURITY_POLICY,
    },
    action: { default_title: 'Dialsheet' },
    // Firefox has its downloads under Ctrl+Shift+Y on Linux; Chromium takes no Ctrl+Alt.
    commands: {
      _execute_action: { suggested_key: { default: browser === 'firefox' ? 'Ctrl+Alt+Y' : 'Ctrl+Shift+Y' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dialsheet@dialsheet.example',
              strict_min_version: '142.0',
              // The contact file goes to the team's own Worker; nothing goes to the makers.
              data_collection_permissions: { required: ['personallyIdentifyingInfo'] },
            },
          },
        }
      : { key: MANIFEST_KEY, minimum_chrome_version: '120' }),
  }),
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // Mozilla rebuilds the extension from these; it asks for nothing else.
    excludeSources: ['docs/screens/**', 'test/fixtures/**', '.wrangler/**', '.local/**'],
  },
  vite: () => ({
    plugins: [firstInOne(), withoutEval()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
});
