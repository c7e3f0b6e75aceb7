// What every npm script runs through: installs what is missing, then runs the real command under the Node that came with
// it. Plain JavaScript without dependencies, because it must run on any Node from 20, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');

const COMMANDS = {
  start: ['test/local/start.ts'],
  dev: ['test/local/dev.ts'],
  demo: ['test/local/demo.ts'],
  test: ['test/local/test.ts'],
  'test:watch': ['node_modules/vitest/vitest.mjs', 'watch'],
  'test:crash': ['test/local/long-test.ts', 'crash'],
  'test:storm': ['test/local/long-test.ts', 'storm'],
  'test:lists': ['test/local/long-test.ts', 'lists'],
  'test:moments': ['test/local/long-test.ts', 'moments'],
  'test:properties': ['test/local/long-test.ts', 'properties'],
  'test:lives': ['test/local/long-test.ts', 'lives'],
  'test:claims': ['test/local/long-test.ts', 'claims'],
  'test:browsers': ['test/local/long-test.ts', 'browsers'],
  'test:budget': ['test/local/long-test.ts', 'budget'],
  check: ['test/local/check.ts'],
  fix: ['test/local/fix.ts'],
  build: ['test/local/build.ts'],
  package: ['test/local/package.ts'],
  gallery: ['test/gallery/main.ts'],
  trail: ['test/local/trail.ts'],
  deploy: ['test/deploy/main.ts'],
  bench: ['--expose-gc', 'test/bench/main.ts'],
};

function fail(...lines) {
  console.error(['', ...lines, ''].join('\n'));
  process.exit(1);
}

/** npm writes its own copy of the lockfile last, so what it lists is installed. Platform packages may be left out. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(MODULES, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { optional, version }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Exactly what the lockfile names. */
function install() {
  console.error('Installing packages (once, about a minute) ...');
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  if (done.error?.code === 'ENOENT') fail('npm was not found. Install Node.js with npm (20 or newer), then try again.');
  if (done.status !== 0) {
    fail(
      'The packages could not be installed; npm says why above.',
      'If it could not reach the registry: check the network and any proxy (npm config get registry), then try again.',
    );
  }
}

/** The Node that came as a package, or this one where install scripts are switched off and it is new enough. */
function nodePath() {
  const packaged = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    'The Node this project runs on was not installed: npm seems to be told not to run install scripts.',
    'Either run `npm ci --ignore-scripts=false` here, or use Node 24 or newer.',
  );
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : null;
if (command === null) fail(`Unknown command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
if (!isInstalled()) install();

const child = spawn(nodePath(), [...command, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PATH: [join(MODULES, '.bin'), process.env.PATH].join(delimiter) },
});
// A terminal signals the child as well; a supervisor signals only us. Either way the child decides when it is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
