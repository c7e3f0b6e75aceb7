import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PARALLEL_UPLOADS } from '../../../shared/extension-limits.ts';
import { createUploadPump } from '../../../extension/upload/pump-uploads.ts';
import { startUpload } from '../../../extension/upload/upload-step.ts';
import type { UploadEvent } from '../../../extension/upload/upload-step.ts';
import type { KeptImport, UploadTask } from '../../../extension/storage/kept-import.ts';
import { keptImport } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

const ANSWERS: Readonly<Record<UploadTask, UploadEvent>> = {
  opening: { type: 'opened', state: 'receiving', received: 0 },
  locating: { type: 'arrived', offset: 0 },
  sending: { type: 'arrived', offset: 1 },
  checking: { type: 'checked' },
  launching: { type: 'launched' },
};
const ALL_CALLS = ['opening', 'sending', 'checking', 'launching'];

/** Waits until everything that needs no answer has run. */
const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Calls that a test answers when it wants, in any order. */
function setUp() {
  const kept = keptInMemory();
  const made: string[] = [];
  let open: { readonly id: string; readonly task: UploadTask; readonly answer: () => void }[] = [];
  const newPump = () =>
    createUploadPump({
      kept,
      now: () => 1_000,
      launched: async () => {},
      perform: ({ id }: KeptImport, task) =>
        new Promise<UploadEvent>((resolve) => {
          made.push(`${id} ${task}`);
          const call = {
            id,
            task,
            answer: () => {
              open = open.filter((other) => other !== call);
              resolve(ANSWERS[task]);
            },
          };
          open.push(call);
        }),
    });
  async function start(id: string): Promise<void> {
    const press = { contacts: 1, campaigns: 1, again: false, at: 1_000, sent: null };
    await kept.keep(keptImport({ id, fileBytes: 1, press, upload: startUpload() }), new Blob(['x']));
  }
  return {
    kept,
    newPump,
    start,
    open: () => open,
    callsOf: (id: string) => made.filter((call) => call.startsWith(`${id} `)).map((call) => call.split(' ')[1]),
    /** The background is ended, so that no answer reaches it any more. */
    kill: () => (open = []),
    /** Answers all calls except those of one import, until no more come. */
    answerAllBut: async (id: string | null): Promise<void> => {
      for (await quiet(); open.some((call) => call.id !== id); await quiet()) {
        open.find((call) => call.id !== id)?.answer();
      }
    },
  };
}

describe('uploads beside one another', () => {
  it('go on while a call of one hangs, also what is started after that', async () => {
    const { answerAllBut, callsOf, kept, newPump, open, start } = setUp();
    const pump = newPump();
    await start('hangs');
    await start('first');
    const ended = pump.pump();
    await answerAllBut('hangs');
    expect([callsOf('first'), callsOf('hangs')]).toEqual([ALL_CALLS, ['opening']]);

    await start('later');
    const joined = pump.pump();
    await answerAllBut('hangs');
    expect([callsOf('later'), (await kept.list()).map(({ id }) => id)]).toEqual([ALL_CALLS, ['hangs']]);

    open()[0]?.answer();
    await answerAllBut(null);
    expect([await ended, await joined, await kept.list(), callsOf('hangs')]).toEqual([null, null, [], ALL_CALLS]);
  });

  it('do not do what was cancelled while it waited for its turn', async () => {
    const { answerAllBut, callsOf, kept, newPump, start } = setUp();
    for (let at = 0; at < MAX_PARALLEL_UPLOADS; at += 1) await start(`busy${at}`);
    await start('waits');
    await kept.update('waits', (one) => ({ ...one, keptAt: 0 }));
    const ended = newPump().pump();
    await quiet();

    await kept.update('waits', (one) => ({ ...one, press: null, upload: { step: 'draft' } }));
    await answerAllBut(null);

    expect([await ended, callsOf('waits'), (await kept.list()).map(({ id }) => id)]).toEqual([null, [], ['waits']]);
  });

  it('make one call at a time each and a few in all, and repeat at most one each after a kill', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        async (imports, before, after) => {
          const { answerAllBut, callsOf, kept, kill, newPump, open, start } = setUp();
          const ids = Array.from({ length: imports }, (_, at) => `import${at}`);
          for (const id of ids) await start(id);

          async function answer(picks: readonly number[]): Promise<void> {
            for (const pick of picks) {
              await quiet();
              const now = open();
              expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
              expect(now.length).toBe(Math.min(MAX_PARALLEL_UPLOADS, (await kept.list()).length));
              now[pick % Math.max(now.length, 1)]?.answer();
            }
          }
          void newPump().pump();
          await answer(before);
          await quiet();
          const lost = new Map(open().map(({ id, task }) => [id, task]));
          kill();
          const ended = newPump().pump();
          await answer(after);
          await answerAllBut(null);

          expect([await ended, await kept.list()]).toEqual([null, []]);
          for (const id of ids) {
            const expected = ALL_CALLS.flatMap((task) => (lost.get(id) === task ? [task, task] : [task]));
            expect(callsOf(id)).toEqual(expected);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tell whoever waits that the browser refused its storage, and go on when asked again', async () => {
    const { answerAllBut, callsOf, kept, newPump, open, start } = setUp();
    const pump = newPump();
    await start('refused1');
    await start('other');
    const untouched = { ...kept };
    const ended = pump.pump();
    await quiet();
    kept.update = () => Promise.reject(new DOMException('for a moment', 'UnknownError'));
    open()
      .find(({ id }) => id === 'refused1')
      ?.answer();
    await expect(ended).rejects.toThrow('for a moment');
    kept.update = (id, change) => untouched.update(id, change);

    const again = pump.pump();
    await answerAllBut(null);

    expect([await again, await kept.list(), callsOf('other')]).toEqual([null, [], ALL_CALLS]);
    expect(callsOf('refused1')).toEqual(['opening', ...ALL_CALLS]);
  });
});
