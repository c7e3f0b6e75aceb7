import { describe, expect, it } from 'vitest';
import { createConnection } from '../../../extension/state/create-connection.ts';

describe('the line to the Worker', () => {
  it('is known from whatever was asked last: answered, whatever was said, or not', async () => {
    const refusal = () => Promise.resolve(new Response('{}', { status: 503 }));
    const dead = () => Promise.reject(new TypeError('Failed to fetch'));
    const turns = [dead, refusal, dead, refusal];
    const fetcher: typeof fetch = () => (turns.shift() ?? dead)();
    const connection = createConnection({
      fetcher,
      now: () => 0,
      localZone: 'UTC',
    });
    const { account, answers, client, isReached } = connection;
    connection.change({ address: 'https://dialsheet.example', token: 'secret', label: '', kind: 'trial' });

    const seen = [[answers.value, isReached.value]];
    await account.refresh();
    seen.push([answers.value, isReached.value]);
    await client.value?.templates();
    seen.push([answers.value, isReached.value]);
    await client.value?.brake();
    seen.push([answers.value, isReached.value]);
    await account.refresh();
    seen.push([answers.value, isReached.value]);
    expect(seen).toEqual([
      [0, true],
      [0, false],
      [1, true],
      [1, false],
      [2, true],
    ]);
  });

  it('is back only by an answer to what was asked after the call that failed', async () => {
    const early = Promise.withResolvers<Response>();
    const turns = [() => early.promise, () => Promise.reject(new TypeError('Failed to fetch'))];
    const connection = createConnection({
      fetcher: () => turns.shift()?.() ?? Promise.resolve(new Response('{}', { status: 503 })),
      now: () => 0,
      localZone: 'UTC',
    });
    const { account, answers, client, isReached } = connection;
    connection.change({ address: 'https://dialsheet.example', token: 'secret', label: '', kind: 'trial' });

    const asked = account.refresh();
    await client.value?.brake();
    early.resolve(new Response('{}', { status: 503 }));
    await asked;
    expect([answers.value, isReached.value]).toEqual([0, false]);
    await account.refresh();
    expect([answers.value, isReached.value]).toEqual([1, true]);
  });
});
