import { Hono } from 'hono';
import type { DeepHealth, HealthCheck } from '../../shared/protocol/account.ts';
import { VERSION } from '../../shared/version.ts';
import { configOf, type AppContext, type AppTypes } from '../context.ts';
import { personClient } from '../dashboard/interactive-client.ts';
import { campaignApi, recentPath } from '../exotel/campaign-api.ts';

export function healthRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/healthz', (c) => c.json({ ok: true, name: 'dialsheet', version: VERSION }));
}

/** Whether everything the Worker stands on answers: for a person who has just deployed it, and for monitors with a token. */
export function deepHealthRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', async (c) => {
    const checks = await Promise.all([checkExotel(c), checkKv(c), checkAddress(c)]);
    const health: DeepHealth = { ok: checks.every(({ ok }) => ok), version: VERSION, checks };
    return c.json(health, health.ok ? 200 : 503);
  });
}

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
