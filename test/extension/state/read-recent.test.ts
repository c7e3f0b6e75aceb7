import { describe, expect, it } from 'vitest';
import { readRecent } from '../../../extension/state/read-recent.ts';
import type { WorkerClient } from '../../../extension/api/worker-client.ts';
import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { ok } from '../../../shared/result.ts';
import { importSummary } from '../support/wire.ts';

type Client = Pick<WorkerClient, 'imports' | 'findImports'>;

/** A Worker with these imports, newest first, that records the requests. */
function workerWith(all: readonly ImportSummary[]) {
  const asked: string[] = [];
  const page = (items: readonly ImportSummary[], limit: number) =>
    Promise.resolve(ok({ items: items.slice(0, limit), total: items.length, offset: 0, limit }));
  const client: Client = {
    imports(limit) {
      asked.push('newest');
      return page(all, limit);
    },
    findImports({ state, limit }) {
      asked.push(state);
      return page(
        all.filter((one) => state.split(',').includes(one.state)),
        limit,
      );
    },
  };
  return { client, asked };
}

const done = Array.from({ length: 30 }, (_, at) => importSummary({ id: `done${at}`, state: 'finished' }));
const running = importSummary({ id: 'running', state: 'running' });
const paused = importSummary({ id: 'paused', state: 'paused' });

async function idsOf(client: Client, underWay: number): Promise<string[]> {
  const read = await readRecent(client, underWay);
  return read.ok ? read.value.items.map(({ id }) => id) : [];
}

describe('the recent imports', () => {
  const newest = done.slice(0, 20).map(({ id }) => id);

  it('hold what is under way, however many imports were made after it', async () => {
    const { client, asked } = workerWith([...done, running, paused]);
    expect(await idsOf(client, 1)).toEqual([...newest, 'running', 'paused']);
    expect(asked).toEqual(['newest', 'launching,running,paused,stopping,needs_attention']);
  });

  it('are asked for once where the newest hold all that is under way, and nothing stands there twice', async () => {
    const calm = workerWith([...done, paused]);
    expect(await idsOf(calm.client, 0)).toEqual(newest);
    const busy = workerWith([running, ...done]);
    expect(await idsOf(busy.client, 1)).toEqual(['running', ...newest.slice(0, 19)]);
    expect([calm.asked, busy.asked]).toEqual([['newest'], ['newest']]);
    const both = workerWith([running, ...done, paused]);
    expect(await idsOf(both.client, 2)).toEqual(['running', ...newest.slice(0, 19), 'paused']);
  });
});
