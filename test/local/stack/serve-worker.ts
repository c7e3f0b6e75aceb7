// Serves a Worker that is built already: the same runtime as `wrangler dev`, without all that bundles and watches it.
// Its arguments: a port, the directory of all it keeps, the file of `buildWorker`, and one of its own variables.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4MiniflareOptions } from 'miniflare';

/** One Worker, as `buildWorker` wrote it. */
type OneWorker = Exclude<V4MiniflareOptions, { workers: unknown }>;

const [port, stateDir = '', options = '', variables = ''] = process.argv.slice(2);
const worker: OneWorker = JSON.parse(readFileSync(options, 'utf8'));
const own: Record<string, string> = JSON.parse(readFileSync(variables, 'utf8'));

const served: OneWorker = {
  ...worker,
  bindings: { ...worker.bindings, ...own },
  host: '127.0.0.1',
  port: Number(port),
  cf: false,
  // Where `wrangler dev` keeps it: the one goes on with what the other wrote.
  resourcePersistencePath: join(stateDir, 'v3'),
  resourceTmpPath: join(stateDir, 'tmp'),
  log: new Log(LogLevel.WARN),
  logRequests: false,
  handleStructuredLogs({ level, message }) {
    if (level === 'warn' || level === 'error') console.error(message);
  },
  telemetry: { enabled: false },
};
await new Miniflare(convertV4MiniflareOptions(served)).ready;
