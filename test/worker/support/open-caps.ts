import { env } from 'cloudflare:workers';
import { requireConfig } from '../../../worker/config.ts';
import { beforeEach } from 'vitest';

export const OPEN_CAPS = {
  voice: { attempts: null, imports: null },
  sms: { attempts: null, imports: null },
} as const;

/** Lifts the caps, because most tests call the same few numbers again and again. Tests about caps set their own. */
beforeEach(async () => {
  await env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID).changeSettings({ caps: OPEN_CAPS });
});
