import { describe, expect, it } from 'vitest';
import { MAX_GUESSES } from '../../../shared/access-limits.ts';
import { ask, refusalOf, TOKEN } from '../support/edge.ts';

const from = (address: string, token: string) =>
  ask('/api/account', { token, headers: { 'cf-connecting-ip': address } });

describe('whoever tries tokens', () => {
  it('is slowed, and nobody else: neither a colleague behind the same address, nor any other', async () => {
    const attacker = '198.51.100.23';
    const answers = [];
    for (let n = 0; n < MAX_GUESSES + 20; n++) answers.push(await from(attacker, `guess-${n}`));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThanOrEqual(15);
    const [first] = slowed;
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(first && (await refusalOf(first))).toEqual({ status: 429, code: 'too_many_guesses' });
    expect((await from(attacker, TOKEN)).status).toBe(200);
    expect((await from('198.51.100.24', 'guess-x')).status).toBe(401);
    expect((await from(attacker, TOKEN)).status).toBe(200);
  });

  it('is told apart from whoever sends none at all', async () => {
    const answers = [];
    for (let n = 0; n < MAX_GUESSES + 5; n++) {
      answers.push(await ask('/api/account', { token: null, headers: { 'cf-connecting-ip': '198.51.100.25' } }));
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });
});
