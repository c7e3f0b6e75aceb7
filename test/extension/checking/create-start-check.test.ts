import { describe, expect, it } from 'vitest';
import type { CheckJob, CheckMessage } from '../../../extension/checking/check-messages.ts';
import { createStartCheck } from '../../../extension/checking/create-start-check.ts';

/** Says what it is told to, and notes its jobs. */
class Thread extends EventTarget {
  readonly jobs: unknown[] = [];
  isEnded = false;
  postMessage = (job: unknown) => this.jobs.push(job);
  terminate = () => (this.isEnded = true);
  say = (data: CheckMessage) => this.dispatchEvent(new MessageEvent('message', { data }));
}

const jobOf = (bytes: number): CheckJob => ({
  job: 'sniff',
  file: new Blob(['1'.repeat(bytes)]),
  settings: { country: 'IN' },
});
const JOB = jobOf(10);
const DONE: CheckMessage = { type: 'corrected', file: new Blob(['done']) };
const PROGRESS: CheckMessage = { type: 'progress', bytes: 1 };

function open() {
  const threads: Thread[] = [];
  const startCheck = createStartCheck(() => {
    const thread = new Thread();
    threads.push(thread);
    return thread;
  });
  /** Starts a job; answers how to end it, and what was heard of it. */
  const start = (job = JOB) => {
    const heard: CheckMessage[] = [];
    return { end: startCheck(job, (message) => heard.push(message)), heard };
  };
  return { threads, start };
}

describe('a thread that checks files', () => {
  it('does the next job once it has done one, and nobody hears of another’s job', () => {
    const { threads, start } = open();
    const first = start();
    threads[0]?.say(PROGRESS);
    threads[0]?.say(DONE);
    const second = start();
    threads[0]?.say(DONE);

    expect(threads).toHaveLength(1);
    expect(threads[0]?.jobs).toEqual([JOB, JOB]);
    expect([first.heard, second.heard]).toEqual([[PROGRESS, DONE], [DONE]]);
  });

  it('does one job at a time, and of several only one waits', () => {
    const { threads, start } = open();
    const all = [start(), start()];
    for (const thread of threads) thread.say(DONE);
    start();

    expect(all.map(({ heard }) => heard)).toEqual([[DONE], [DONE]]);
    expect(threads.map(({ jobs, isEnded }) => [jobs.length, isEnded])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('is ended with its job, which is not heard any more', () => {
    const { threads, start } = open();
    const { end, heard } = start();
    end();
    threads[0]?.say(DONE);
    start();

    expect(heard).toEqual([]);
    expect(threads.map(({ jobs, isEnded }) => [jobs.length, isEnded])).toEqual([
      [1, true],
      [1, false],
    ]);
  });

  it('is not ended by whoever ends a job that is done, while it does another', () => {
    const { threads, start } = open();
    const first = start();
    threads[0]?.say(DONE);
    const second = start();
    first.end();
    threads[0]?.say(DONE);

    expect([threads[0]?.isEnded, second.heard]).toEqual([false, [DONE]]);
  });

  it('does no other job after it failed, or after a large file', () => {
    const { threads, start } = open();
    const { heard } = start();
    threads[0]?.dispatchEvent(new Event('error', { cancelable: true }));
    start(jobOf(1_000_001));
    threads[1]?.say(DONE);
    start();

    expect(heard).toEqual([{ type: 'unreadable' }]);
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });
});
