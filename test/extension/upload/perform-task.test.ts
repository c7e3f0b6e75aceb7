import { describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { createFileUpload } from '../../../extension/api/file-upload.ts';
import { createWorkerClient } from '../../../extension/api/worker-client.ts';
import { performTask } from '../../../extension/upload/perform-task.ts';
import { keptImport } from '../support/kept-import.ts';

describe('the check that is asked for after an upload', () => {
  it.each([
    ['nobody was asked', null, false, {}],
    ['new people only', true, false, { notCalledForDays: 30, unlessChanged: false }],
    ['new people and changed ones', true, true, { notCalledForDays: 30, unlessChanged: true }],
    ['everybody after all', false, false, { notCalledForDays: null, unlessChanged: false }],
  ])('says %s', async (_, onlyNew, unlessChanged, said) => {
    const bodies: unknown[] = [];
    const call = createCallWorker({ address: 'http://worker.test', token: 'secret' }, async (_address, init) => {
      bodies.push(JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
      return Response.json({}, { status: 500 });
    });
    await performTask(keptImport({ onlyNew, unlessChanged }), 'checking', {
      client: createWorkerClient(call),
      upload: createFileUpload(call),
      readFile: async () => null,
      partBytes: 1,
      now: () => 0,
      random: () => 0,
    });
    expect(bodies).toEqual([{ template: 't1', columns: {}, delivery: 'auto', adjust: {}, ...said }]);
  });
});
