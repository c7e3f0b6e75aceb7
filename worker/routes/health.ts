import { deepHealthSchema, healthSchema, type DeepHealth, type HealthCheck } from '../../shared/protocol/account.ts';
import { VERSION } from '../../shared/version.ts';
import { configOf, type AppContext } from '../context.ts';
import { personClient } from '../dashboard/interactive-client.ts';
import { campaignApi, recentPath } from '../exotel/campaign-api.ts';
import { call, json, type Call } from './call.ts';

export const HEALTH_CALLS: readonly Call[] = [
  call({
    id: 'getHealth',
    method: 'get',
    path: '/healthz',
    summary: 'Whether the Worker is up, and its version',
    open: true,
    answer: json(healthSchema),
    refusals: [],
    handle: (c) => c.json({ ok: true, name: 'dialsheet', version: VERSION }),
  }),
  // For a person who has just deployed the Worker, and for monitors with a token.
  call({
    id: 'getDeepHealth',
    method: 'get',
    path: '/api/health',
    summary: 'Whether Exotel, storage and the callback address answer as they should; 503 when one does not',
    answer: json(deepHealthSchema),
    refusals: [401, 500],
    async handle(c) {
      const checks = await Promise.all([checkExotel(c), checkKv(c), checkAddress(c)]);
      const health: DeepHealth = { ok: checks.every(({ ok }) => ok), version: VERSION, checks };
      return c.json(health, health.ok ? 200 : 503);
    },
  }),
];

async function checkExotel(c: AppContext): Promise<HealthCheck> {
  const { EXOTEL_BASE_URL } = configOf(c);
  const asked = await personClient(c).ask('GET', recentPath(campaignApi('voice'), 0));
  if (asked.ok) return { name: 'Exotel', ok: true, message: `takes the credentials at ${EXOTEL_BASE_URL}` };
  const { code } = asked.error;
  return { name: 'Exotel', ok: false, message: `does not answer as it should at ${EXOTEL_BASE_URL}: ${code}` };
}

async function checkKv(c: AppContext): Promise<HealthCheck> {
  const read = await c.env.CALLBACKS.get('health').then(
    () => true,
    () => false,
  );
  return { name: 'KV', ok: read, message: read ? 'can be read' : 'cannot be read; deploy again' };
}

async function checkAddress(c: AppContext): Promise<HealthCheck> {
  const { PUBLIC_URL } = configOf(c);
  const here = new URL(c.req.url).origin;
  const isSame = PUBLIC_URL === '' || new URL(PUBLIC_URL).origin === here;
  return {
    name: 'Callback address',
    ok: isSame,
    message: isSame
      ? here
      : `PUBLIC_URL is ${PUBLIC_URL}, and this was asked at ${here}: Exotel calls back to the former`,
  };
}
