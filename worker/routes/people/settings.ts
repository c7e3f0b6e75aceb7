import { Hono } from 'hono';
import { formatCallingWindow } from '../../../shared/plan/calling-window.ts';
import { settingsChangeSchema, type Settings, type StoredSettings } from '../../../shared/protocol/settings.ts';
import { passthruUrl } from '../../callbacks/passthru-mac.ts';
import { configOf, peopleOf, type AppContext, type AppTypes } from '../../context.ts';
import { parseAs, readJson } from '../../request-body.ts';
import { changedFields } from '../../team/changed-fields.ts';

/** What holds for every import of the team. */
export function settingsRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();
  routes.get('/', async (c) => c.json(await toSettings(c, await peopleOf(c).settings())));
  routes.put('/', async (c) => {
    const change = parseAs(settingsChangeSchema, await readJson(c));
    const before = await peopleOf(c).settings();
    const after = await peopleOf(c).changeSettings(change);
    c.set('trail', changedFields(before, after));
    return c.json(await toSettings(c, after));
  });
  return routes;
}

async function toSettings(c: AppContext, stored: StoredSettings): Promise<Settings> {
  const config = configOf(c);
  const [from = '', to = ''] = formatCallingWindow(config.CALLING_WINDOW).split('-');
  const base = config.PUBLIC_URL || new URL(c.req.url).origin;
  const passthru = await passthruUrl(base, config.CALLBACK_SECRET, config.EXOTEL_ACCOUNT_SID);
  const spent = await peopleOf(c).spent(c.get('user'));
  return { ...stored, spent, window: stored.window ?? { from, to }, passthru };
}
