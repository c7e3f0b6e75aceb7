import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deepHealthSchema } from '../../../shared/protocol/account.ts';
import { ask } from '../support/edge.ts';
import { standIn } from '../support/stand-in.ts';

beforeEach(() => standIn.reset());
afterEach(reset);

const look = async () => {
  const answer = await ask('/api/health');
  const { ok, checks } = deepHealthSchema.parse(await answer.json());
  return { status: answer.status, ok, names: checks.map((check) => [check.name, check.ok]) };
};

describe('the deep check', () => {
  it('asks Exotel, storage and the callback address', async () => {
    expect(await look()).toEqual({
      status: 200,
      ok: true,
      names: [
        ['Exotel', true],
        ['KV', true],
        ['Callback address', true],
      ],
    });
  });

  it('is not well when Exotel does not take the credentials', async () => {
    await standIn.faults({ operation: 'list', kind: 'forbidden' });
    expect(await look()).toMatchObject({
      status: 503,
      ok: false,
      names: [
        ['Exotel', false],
        ['KV', true],
        ['Callback address', true],
      ],
    });
  });

  it('is nobody’s without a token', async () => {
    expect((await ask('/api/health', { token: null })).status).toBe(401);
  });
});
