import { describe, expect, it } from 'vitest';
import { createApprovals } from '../../../extension/background/approvals.ts';
import { createMemoryStore } from '../../../extension/storage/memory.ts';
import { APPROVALS_POLL_SECONDS, TEAM_POLL_MINUTES } from '../../../shared/extension-limits.ts';
import { accountSchema } from '../../../shared/protocol/account.ts';
import type { Account } from '../../../shared/protocol/account.ts';
import { err, ok } from '../../../shared/result.ts';
import { importSummary } from '../support/wire.ts';
import { storageArea } from '../support/storage-area.ts';

const NOW = 1_000_000;
const ACCOUNT = accountSchema.parse({
  accountSid: 'acme1',
  region: 'mumbai',
  user: 'Ravi',
  role: 'launcher',
  window: { from: '09:00', to: '21:00' },
  timeZone: 'Asia/Kolkata',
  country: 'IN',
  callsPerMinute: 60,
  requestsPerMinute: 30,
  retentionDays: 90,
  promised: [],
  limits: { fileBytes: 1, fileRows: 1, numbersPerCampaign: 5000, retries: 3 },
  asOf: '2026-11-22T03:00:00Z',
});
const AT = '2026-11-22T03:00:00Z';
const ASKED = importSummary({
  id: 'asked001',
  state: 'checked',
  approval: { state: 'asked', by: 'Meena', at: AT, note: null },
});
const WAITING = { id: 'asked001', name: 'Diwali leads', by: 'Meena', since: AT };

function setUp(change: Partial<Account> = {}, approveAbove: number | null = null) {
  const memory = createMemoryStore(storageArea());
  const calls: string[] = [];
  const world = { now: NOW, isDown: false, items: [ASKED] };
  const said = async <T>(call: string, value: T) => {
    calls.push(call);
    return world.isDown ? err({ code: 'unreachable' as const }) : ok(value);
  };
  const read = createApprovals({
    memory,
    now: () => world.now,
    workers: async () => [
      {
        account: () => said('account', { ...ACCOUNT, ...change }),
        teamRules: () => said('rules', { approveAbove }),
        findImports: () => said('find', { items: world.items, total: 1, offset: 0, limit: 100 }),
      },
    ],
  });
  return { calls, memory, read, world };
}

const POLL_MS = APPROVALS_POLL_SECONDS * 1000;

describe('what waits for this person’s approval', () => {
  it('is found, kept, and asked for again when it is due, not before', async () => {
    const { calls, memory, read, world } = setUp();
    expect(await read()).toBe(NOW + POLL_MS);
    expect((await memory.read()).approvals).toEqual({ at: NOW, may: true, waiting: [WAITING] });
    world.now += POLL_MS - 1;
    world.items = [];
    expect([await read(), calls.length]).toEqual([NOW + POLL_MS, 2]);
    world.now += 1;
    await read();
    expect([(await memory.read()).approvals?.waiting, calls.length]).toEqual([[], 4]);
  });

  it('stays when the line is down', async () => {
    const { memory, read, world } = setUp();
    await read();
    world.isDown = true;
    world.now += POLL_MS;
    expect(await read()).toBe(world.now + POLL_MS);
    expect((await memory.read()).approvals?.waiting).toEqual([WAITING]);
  });

  it('is hardly asked for in a team where nobody has to ask', async () => {
    const { calls, read, world } = setUp({ role: 'admin' });
    expect([await read(), calls]).toEqual([null, ['account', 'rules']]);
    world.now += TEAM_POLL_MINUTES * 60_000 - 1;
    expect([await read(), calls.length]).toEqual([null, 2]);
  });

  it.each<[string, Partial<Account>, number | null, boolean]>([
    ['an admin, where there is a limit', { role: 'admin' }, 0, true],
    ['an admin, where there are preparers', { role: 'admin', hasPreparers: true }, null, true],
    ['a launcher', { role: 'launcher' }, null, true],
    ['a preparer', { role: 'preparer', hasPreparers: true }, 0, false],
    ['a viewer', { role: 'viewer', hasPreparers: true }, 0, false],
  ])('concerns %s: %s', async (_who, change, above, concerns) => {
    const { memory, read } = setUp(change, above);
    await read();
    expect((await memory.read()).approvals?.may).toBe(concerns);
  });
});
