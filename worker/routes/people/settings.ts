import { Hono } from 'hono';
import { formatCallingWindow } from '../../../shared/plan/calling-window.ts';
import { settingsChangeSchema, type Settings, type StoredSettings } from '../../../shared/protocol/settings.ts';
import { passthruUrl } from '../../callbacks/passthru-mac.ts';
import { accountsOf, configOf, importOf, peopleOf, type AppContext, type AppTypes } from '../../context.ts';
import { logEvent } from '../../log.ts';
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
    await tellImports(c);
    return c.json(await toSettings(c, after));
  });
  return routes;
}

/** Those under way judge by the settings they know. What was changed stays so: one that is not told asks before long. */
async function tellImports(c: AppContext): Promise<void> {
  try {
    const ids = await accountsOf(c).importsUnderWay();
    await Promise.all(ids.map((id) => importOf(c, id).settingsChanged()));
  } catch (cause) {
    logEvent('settings_not_told', {}, cause);
  }
}

async function toSettings(c: AppContext, stored: StoredSettings): Promise<Settings> {
  const config = configOf(c);
  const [from = '', to = ''] = formatCallingWindow(config.CALLING_WINDOW).split('-');
  const base = config.PUBLIC_URL || new URL(c.req.url).origin;
  const passthru = await passthruUrl(base, config.CALLBACK_SECRET, config.EXOTEL_ACCOUNT_SID);
  const spent = await peopleOf(c).spent(c.get('user'));
  return { ...stored, spent, window: stored.window ?? { from, to }, passthru };
}
