// `npm start`: everything on this machine until Ctrl-C. `npm start -- --no-browser --speed 60`.
import { mkdir, writeFile } from 'node:fs/promises';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { DEMO_EXOTEL, ensureTemplate } from './demo-template.ts';
import { findBrowser } from './find-browser.ts';
import { tryPort } from './stack/free-port.ts';
import { buildLocalExtension } from './stack/local-extension.ts';
import { startStack } from './stack/local-stack.ts';
import { keptSecret, localPath } from './stack/local-state.ts';
import { orGiveUp, readOptions } from './read-options.ts';
import { openBrowser } from './open-browser.ts';
import { welcomeLines, type BrowserNews } from './welcome-lines.ts';

const DEFAULT_PORT = 8787;
const START_PAGE = 'popup.html?surface=tab';

const OPTIONS = {
  'no-browser': { type: 'boolean', default: false },
  speed: { type: 'string', default: '300' },
} as const;
const values = orGiveUp(readOptions('start', OPTIONS, { args: process.argv.slice(2), env: process.env }));

function giveUp(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}

async function choosePort(): Promise<number> {
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) giveUp(`PORT must be a number from 1 to 65535.`);
  if ((await tryPort(port)) === null) giveUp(`Port ${port} is in use. Choose another: PORT=${port + 1} npm start`);
  return port;
}

function hasScreen(): boolean {
  if (process.env['CI'] !== undefined || values['no-browser']) return false;
  return (
    process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  );
}

async function showExtension(extensionDir: string): Promise<BrowserNews> {
  const browser = hasScreen() ? findBrowser() : null;
  if (browser === null) return { opened: false, extensionDir, reason: null };
  const opened = await openBrowser({ browser, profileDir: localPath('browser'), extensionDir, page: START_PAGE });
  return opened.ok ? { opened: true, browser } : { opened: false, extensionDir, reason: opened.error.reason };
}

const speed = Number(values.speed);
if (!(speed > 0)) giveUp('--speed must be a number above 0: how many seconds pass for the calls in one of ours.');
const port = await choosePort();
console.log('Starting ...');
await mkdir(localPath(), { recursive: true });
const [token, callbackSecret] = [await keptSecret('team-token'), await keptSecret('callback-secret')];
const [stack, extensionDir] = await Promise.all([
  startStack({
    port,
    token,
    callbackSecret,
    stateDir: localPath('state'),
    user: 'you',
    exotel: { ...DEMO_EXOTEL, speed, seed: Date.now() % 2 ** 32 },
  }),
  buildLocalExtension({ workerUrl: `http://127.0.0.1:${port}`, token }),
]).catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));

const template = await ensureTemplate(stack.api);
const samplePath = localPath('leads.csv');
await writeFile(samplePath, makeContactFile({ accepted: 12_480, duplicate: 70, invalid: 45, blank: 5 }).bytes());
const news = await showExtension(extensionDir);
console.log(
  welcomeLines({
    workerUrl: stack.workerUrl,
    exotelUrl: stack.exotel.url,
    token,
    templateId: template.id,
    samplePath,
    speed,
    news,
  }).join('\n'),
);

// Ctrl-C is how it is meant to end. All that was started ends with this process, at once: nothing here needs a farewell.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.prependListener(signal, () => process.exit(0));
await stack.worker().ended;
giveUp(`The Worker ended by itself. It printed:\n${stack.worker().log()}`);
