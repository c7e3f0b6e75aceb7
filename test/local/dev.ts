// `npm run dev`: everything on this machine, and every saved change is seen at once: the Worker starts anew, the screens
// reload. `npm run dev -- --speed 60`.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { styleText } from 'node:util';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { DEMO_EXOTEL, ensureTemplate } from './demo-template.ts';
import { whenWeEnd } from './stack/end-with-us.ts';
import { tryPort } from './stack/free-port.ts';
import { startStack } from './stack/local-stack.ts';
import { keptSecret, localPath } from './stack/local-state.ts';
import { projectPath } from './project-root.ts';
import { orGiveUp, readOptions } from './read-options.ts';

const DEFAULT_PORT = 8787;

const OPTIONS = { speed: { type: 'string', default: '300' } } as const;
const values = orGiveUp(readOptions('dev', OPTIONS, { args: process.argv.slice(2), env: process.env }));

function giveUp(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
if ((await tryPort(port)) === null) giveUp(`Port ${port} is in use. Choose another: PORT=${port + 1} npm run dev`);
await mkdir(localPath(), { recursive: true });
const [token, callbackSecret] = [await keptSecret('team-token'), await keptSecret('callback-secret')];
const stack = await startStack({
  port,
  token,
  callbackSecret,
  stateDir: localPath('state'),
  user: 'you',
  logLevel: 'log',
  exotel: { ...DEMO_EXOTEL, speed: Number(values.speed), seed: Date.now() % 2 ** 32 },
}).catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
const template = await ensureTemplate(stack.api);
const samplePath = localPath('leads.csv');
await writeFile(samplePath, makeContactFile({ accepted: 12_480, duplicate: 70, invalid: 45, blank: 5 }).bytes());

console.log(
  [
    '',
    `  ${styleText(['bold', 'green'], 'Dialsheet is running, and follows every change you save')}`,
    '',
    `  Worker       ${stack.workerUrl}   (API: /docs, template ${template.id})`,
    `  Stand-in     ${stack.exotel.url}   (its ledger: /control/ledger)`,
    `  Team token   ${token}`,
    `  Sample file  ${samplePath}`,
    `  Extension    load ${projectPath('.output', 'dev', 'chrome-mv3-localhost')} once, in chrome://extensions`,
    '',
    '  The lines below are those of the extension. Ctrl-C stops everything.',
    '',
  ].join('\n'),
);

const extension = spawn('wxt', ['--mode', 'localhost'], {
  cwd: projectPath(),
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    WXT_OUT_DIR: projectPath('.output', 'dev'),
    WXT_LOCAL_WORKER_URL: stack.workerUrl,
    WXT_LOCAL_TOKEN: token,
  },
});
whenWeEnd(() => extension.kill());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.prependListener(signal, () => process.exit(0));
extension.on('exit', (code) => giveUp(`The extension's development server ended (${code ?? 'killed'}).`));
await stack.worker().ended;
giveUp(`The Worker ended by itself. It printed:\n${stack.worker().log()}`);
