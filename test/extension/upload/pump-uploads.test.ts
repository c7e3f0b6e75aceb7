import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { createFileUpload } from '../../../extension/api/file-upload.ts';
import { createWorkerClient } from '../../../extension/api/worker-client.ts';
import { performTask } from '../../../extension/upload/perform-task.ts';
import { createUploadPump } from '../../../extension/upload/pump-uploads.ts';
import { startUpload } from '../../../extension/upload/upload-step.ts';
import { keptImport } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';
import { startReceivingWorker } from '../support/receiving-worker.ts';
import type { Mishap } from '../support/receiving-worker.ts';

const PART_BYTES = 1_000;
const COUNTS = { contacts: 10, campaigns: 1 };

/** A started file, a Worker that receives it, and a clock that jumps to the next moment with something to do. */
async function setUp(bytes: Uint8Array<ArrayBuffer>, saw = COUNTS) {
  const worker = await startReceivingWorker(COUNTS);
  const kept = keptInMemory();
  const launched: string[] = [];
  let now = 1_000;
  const call = createCallWorker({ address: worker.url, token: 'secret' }, fetch);
  const newPump = () =>
    createUploadPump({
      kept,
      now: () => now,
      launched: async ({ id }) => void launched.push(id),
      perform: (one, task) =>
        performTask(one, task, {
          client: createWorkerClient(call),
          upload: createFileUpload(call),
          readFile: (id) => kept.readFile(id),
          partBytes: PART_BYTES,
          now: () => now,
          random: () => 0.5,
        }),
    });
  await kept.keep(
    keptImport({
      fileBytes: bytes.length,
      press: { ...saw, again: false, at: now, sent: null },
      upload: startUpload(),
    }),
    new Blob([bytes]),
  );
  /** Pumps until nothing is due any more, with a new pump each time, as after a restart. */
  async function settle(): Promise<void> {
    for (let next = await newPump().pump(); next !== null; next = await newPump().pump()) now = Math.max(now, next);
  }
  return { worker, kept, launched, newPump, settle, jump: (ms: number) => (now += ms) };
}

function someBytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
}

describe('createUploadPump', () => {
  it('brings a file of several parts over whole, launches it once, and keeps nothing', async () => {
    const bytes = someBytes(PART_BYTES * 2 + 7);
    const { worker, kept, launched, settle } = await setUp(bytes);

    await settle();

    expect(Buffer.compare(worker.received(), Buffer.from(bytes))).toBe(0);
    expect([worker.launches(), launched, await kept.list()]).toEqual([1, ['k3v9x2a7'], []]);
    await worker.close();
  });

  it('launches exactly once with the bytes whole, whatever the network does', async () => {
    const mishap = fc.constantFrom<Mishap>('none', 'lost_before', 'lost_after', 'busy', 'half_arrives');
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { maxLength: 12 }), async (mishaps) => {
        const bytes = someBytes(PART_BYTES * 3 - 1);
        const { worker, kept, launched, settle } = await setUp(bytes);
        worker.plan(mishaps);

        await settle();

        expect(Buffer.compare(worker.received(), Buffer.from(bytes))).toBe(0);
        expect([worker.launches(), launched, await kept.list()]).toEqual([1, ['k3v9x2a7'], []]);
        await worker.close();
      }),
      { numRuns: 60 },
    );
  });

  it('launches nothing when the counts on the button were others', async () => {
    const { worker, kept, settle } = await setUp(someBytes(100), { contacts: 11, campaigns: 1 });

    await settle();

    expect(worker.launches()).toBe(0);
    expect((await kept.list()).map(({ upload }) => upload)).toEqual([{ step: 'asks_again', why: 'plan_changed' }]);
    await worker.close();
  });

  it('asks again when the network came back only a day after the press', async () => {
    const { worker, kept, jump, newPump, settle } = await setUp(someBytes(100));
    worker.plan(['lost_before']);
    await newPump().pump();
    jump(86_400_000);

    await settle();

    expect(worker.launches()).toBe(0);
    expect((await kept.list()).map(({ upload }) => upload)).toEqual([{ step: 'asks_again', why: 'too_long_ago' }]);
    await worker.close();
  });

  it('is one run however often it is asked, and looks once more for what came in between', async () => {
    const { worker, kept, newPump } = await setUp(someBytes(100));
    const pump = newPump();

    await Promise.all([pump.pump(), pump.pump(), pump.pump()]);

    expect([worker.launches(), await kept.list()]).toEqual([1, []]);
    await worker.close();
  });

  it('leaves alone what was cancelled while a call was under way', async () => {
    const { kept, worker } = await setUp(someBytes(100));
    const pump = createUploadPump({
      kept,
      now: () => 1_000,
      launched: async () => {},
      async perform() {
        await kept.update('k3v9x2a7', (one) => ({ ...one, press: null, upload: { step: 'draft' } }));
        return { type: 'opened', state: 'receiving', received: 0 };
      },
    });

    await pump.pump();

    expect((await kept.list()).map(({ upload }) => upload)).toEqual([{ step: 'draft' }]);
    await worker.close();
  });
});
