import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sinkSchema } from '../../shared/protocol/sink.ts';
import { createRandomBetween } from '../crash/seeded-random.ts';
import { sendStorm } from '../crash/send-storm.ts';
import { makeStorm, type Letter } from '../crash/storm-letters.ts';
import { freePort } from '../local/stack/free-port.ts';
import { startStack } from '../local/stack/local-stack.ts';
import { projectPath } from '../local/project-root.ts';
import { startWorker } from '../local/stack/worker-process.ts';
import type { BenchRow } from './bench-row.ts';
import { launchedImport } from './launched-import.ts';

const CONTACTS = 20_000;
/** In turns, so that a busy moment of the machine affects both; the first run of each only warms it up. */
const ROUNDS = 6;
const CALLBACKS_A_ROUND = 2_500;
const TARGET = 0.7;

/** Callbacks a second, beside a Worker that does nothing but store them. */
export async function run(): Promise<readonly BenchRow[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-bare-'));
  const stack = await startStack({ openCaps: true, exotel: { skipIdle: false } });
  const port = await freePort();
  const config = projectPath('test', 'bench', 'bare-sink', 'wrangler.toml');
  const bare = await startWorker({ port, config, stateDir, vars: {}, secrets: {} });
  try {
    await launchedImport(stack, CONTACTS);
    const sink = await stack.api.post('/api/sinks', { name: 'Elsewhere' }, sinkSchema);
    const { letters } = makeStorm(stack.exotel.control, ROUNDS * CALLBACKS_A_ROUND, createRandomBetween(7));
    const ours: number[] = [];
    const anyones: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const some = letters.slice(round * CALLBACKS_A_ROUND, (round + 1) * CALLBACKS_A_ROUND);
      ours.push(await perSecond(some));
      anyones.push(await perSecond(some.map((letter) => ({ ...letter, url: sink.urls.call }))));
      theirs.push(await perSecond(some.map((letter) => addressedTo(bare.url, letter))));
    }
    const base = median(theirs.slice(1));
    return [
      rowOf('callbacks accepted, beside a Worker that only stores them', median(ours.slice(1)), base),
      rowOf('callbacks stored by a sink, beside the same', median(anyones.slice(1)), base),
    ];
  } finally {
    await bare.stop();
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

function rowOf(what: string, mine: number, base: number): BenchRow {
  const ratio = mine / base;
  return {
    what,
    measured: `${ratio.toFixed(2)}x (${Math.round(mine)} and ${Math.round(base)} a second)`,
    target: `>= ${TARGET}x`,
    met: ratio >= TARGET,
  };
}

async function perSecond(letters: readonly Letter[]): Promise<number> {
  const from = performance.now();
  const deliveries = await sendStorm(letters, () => undefined);
  const took = (performance.now() - from) / 1000;
  if ([...deliveries.values()].some(({ acknowledged }) => acknowledged === 0))
    throw new Error('A callback was refused');
  return letters.length / took;
}

function addressedTo(origin: string, { mark, url, body }: Letter): Letter {
  return { mark, url: origin + new URL(url).pathname, body };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}
