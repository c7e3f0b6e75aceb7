import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accountSchema } from '../../shared/protocol/account.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { DEMO_TEMPLATE } from '../local/demo-template.ts';
import { freePort } from '../local/stack/free-port.ts';
import { createLocalApi } from '../local/stack/local-api.ts';
import { localConfig, newToken } from '../local/stack/local-config.ts';
import { startWorker } from '../local/stack/worker-process.ts';

let stateDir: string;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-built-'));
});
afterEach(() => rm(stateDir, { recursive: true, force: true }));

describe('a Worker on this machine', () => {
  // The source is built as slowly as for a person who begins: `npm run test:crash` waits for it.
  it.runIf(process.env['CRASH_KILLS'] !== undefined)(
    'is the same one built once for all tests, and built by `wrangler dev` from its source: each goes on where the other was killed',
    async () => {
      const [port, token] = [await freePort(), newToken()];
      const config = localConfig({
        port,
        token,
        exotelUrl: 'http://127.0.0.1:9',
        user: 'asha',
        callbackSecret: newToken(),
        vars: { TIME_ZONE: 'Asia/Dubai' },
      });
      const told: unknown[] = [];
      const names: string[] = [];
      for (const fromSource of [false, true, false]) {
        const worker = await startWorker({ port, stateDir, fromSource, ...config });
        const api = createLocalApi(worker.url, token);
        told.push(await api.get('/api/account', accountSchema.omit({ asOf: true })));
        const name = `Kept ${told.length}`;
        await api.post('/api/templates', { ...DEMO_TEMPLATE, name }, templateSchema);
        const { items } = await api.get('/api/templates', z.object({ items: z.array(templateSchema) }));
        names.push(
          items
            .map((template) => template.name)
            .toSorted()
            .join(),
        );
        await worker.kill();
      }
      expect(names).toEqual(['Kept 1', 'Kept 1,Kept 2', 'Kept 1,Kept 2,Kept 3']);
      expect(told).toEqual([told[0], told[0], told[0]]);
      expect(told[0]).toMatchObject({ user: 'asha', timeZone: 'Asia/Dubai', requestsPerMinute: 3_000 });
    },
  );
});
