import { Hono } from 'hono';
import { VERSION } from '../../shared/version.ts';
import type { AppTypes } from '../context.ts';

export function healthRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/healthz', (c) => c.json({ ok: true, name: 'dialsheet', version: VERSION }));
}
