import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { pageSchema } from '../../shared/protocol/page.ts';
import { callbackItemSchema, sinkSchema } from '../../shared/protocol/sink.ts';
import { projectPath } from '../local/project-root.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import type { BenchRow } from './bench-row.ts';

const CALLBACKS = 100_000;
const A_FILL = 5_000;
const ROUNDS = 3;
/** Values of KV hold 500 callbacks, and five are read at once. */
const MOST_KV_REQUESTS = 40;
/** Ours: beside reading the same lines in Node, where nothing has to come out of KV. */
const MOST_TIMES = 10;

const countsSchema = z.object({ objectRequests: z.number(), kvReads: z.number() });

/** One number among a hundred thousand callbacks of a sink, all of them in KV. */
export async function run(): Promise<readonly BenchRow[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-search-'));
  const config = join(stateDir, 'wrangler.toml');
  const filling = JSON.stringify(projectPath('test', 'bench', 'counted', 'filling-worker.ts'));
  const ours = await readFile(projectPath('wrangler.toml'), 'utf8');
  await writeFile(
    config,
    ours.replace(/^main = .*$/mu, () => `main = ${filling}`),
  );
  const stack = await startStack({ config, stateDir });
  try {
    const { id } = await stack.api.post('/api/sinks', { name: 'Elsewhere' }, sinkSchema);
    await fill(stack.workerUrl, id);
    const number = `0981${1_000_000 + CALLBACKS / 2}`;
    const ask = () => stack.api.get(`/api/callbacks?sink=${id}&number=${number}`, pageSchema(callbackItemSchema));
    if ((await ask()).total !== 1) throw new Error('The search did not find the one callback.');
    await fetch(`${stack.workerUrl}/_counts/forget`);
    const searched = await timed(ROUNDS, ask);
    const counts = countsSchema.parse(await (await fetch(`${stack.workerUrl}/_counts`)).json());
    const lines = (await stack.api.text(`/api/callbacks.ndjson?sink=${id}`)).split('\n').slice(0, -1);
    if (lines.length !== CALLBACKS) throw new Error(`The export has ${lines.length} lines.`);
    const alone = await timed(ROUNDS, () => Promise.resolve(lines.filter((line) => isOf(line, number))));
    return rowsOf({ searched, alone, kv: counts.kvReads / ROUNDS, objects: counts.objectRequests / ROUNDS });
  } finally {
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function fill(workerUrl: LocalStack['workerUrl'], sink: string): Promise<void> {
  for (let first = 1; first <= CALLBACKS; first += A_FILL)
    await fetch(`${workerUrl}/_fill?sink=${sink}&first=${first}&count=${A_FILL}`);
  const isArchived = async () => (await fetch(`${workerUrl}/_archived?sink=${sink}&count=${CALLBACKS}`)).json();
  while ((await isArchived()) !== true) await wait(500);
}

/** Seconds of the middle one. */
async function timed(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    took.push((performance.now() - from) / 1000);
  }
  return took.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

function isOf(line: string, number: string): boolean {
  const read: unknown = JSON.parse(line);
  return typeof read === 'object' && read !== null && 'body' in read && String(read.body).includes(number);
}

function rowsOf({
  searched,
  alone,
  kv,
  objects,
}: Readonly<Record<'searched' | 'alone' | 'kv' | 'objects', number>>): BenchRow[] {
  return [
    {
      what: `one number among ${CALLBACKS} stored callbacks, requests to KV`,
      measured: `${kv}, and ${objects} to objects`,
      target: `<= ${MOST_KV_REQUESTS}`,
      met: kv <= MOST_KV_REQUESTS,
    },
    {
      what: 'the same, beside reading the lines alone',
      measured: `${(searched / alone).toFixed(1)}x (${searched.toFixed(2)} s and ${alone.toFixed(2)} s)`,
      target: `<= ${MOST_TIMES}x`,
      met: searched <= MOST_TIMES * alone,
    },
  ];
}
