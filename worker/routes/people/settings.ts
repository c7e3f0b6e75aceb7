import { formatCallingWindow } from '../../../shared/plan/calling-window.ts';
import {
  settingsChangeSchema,
  settingsSchema,
  type Settings,
  type StoredSettings,
} from '../../../shared/protocol/settings.ts';
import { passthruUrl } from '../../callbacks/passthru-mac.ts';
import { accountsOf, configOf, importOf, peopleOf, type AppContext } from '../../context.ts';
import { logEvent } from '../../log.ts';
import { changedFields } from '../../team/changed-fields.ts';
import { call, json, type Call } from '../call.ts';

/** Settings that apply to every import of the team. */
export const SETTINGS_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/settings',
    summary: 'What holds for every import: hours, days, caps, prices, brakes',
    answer: json(settingsSchema),
    refusals: [401],
    handle: async (c) => c.json(await toSettings(c, await peopleOf(c).settings())),
  }),
  call({
    method: 'put',
    path: '/api/settings',
    summary: 'Change settings; what is left out stays',
    body: { schema: settingsChangeSchema },
    answer: json(settingsSchema),
    refusals: [400, 401],
    async handle(c, { body: change }) {
      const before = await peopleOf(c).settings();
      const after = await peopleOf(c).changeSettings(change);
      c.set('trail', changedFields(before, after));
      await tellImports(c);
      return c.json(await toSettings(c, after));
    },
  }),
];

/**
 * Running imports work with the settings they know, so they are told. One that this misses asks for the settings before
 * long.
 */
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
