import { Hono } from 'hono';
import { MAX_FILE_BYTES, MAX_FILE_ROWS, MAX_NUMBERS_PER_CAMPAIGN, MAX_RETRIES } from '../../shared/limits.ts';
import { MINIMUM_EXTENSION_VERSION, VERSION } from '../../shared/version.ts';
import { formatCallingWindow } from '../../shared/plan/calling-window.ts';
import { WEEKDAYS } from '../../shared/people/calling-days.ts';
import { accountFileSchema, accountImportQuerySchema } from '../../shared/protocol/account-file.ts';
import { MAX_ACCOUNT_FILE_BYTES } from '../../shared/sink-limits.ts';
import { exportAccount } from '../move/export-account.ts';
import { importAccount } from '../move/import-account.ts';
import { readQuery } from '../read-query.ts';
import { parseAs, readJson } from '../request-body.ts';
import { accountsOf, configOf, peopleOf, teamOf, type AppTypes } from '../context.ts';
import type { Account } from '../../shared/protocol/account.ts';

export function accountRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  // What the team has made, to be kept or moved.
  routes.get('/export', async (c) => {
    const file = await exportAccount(c);
    return c.json(file, 200, {
      'content-disposition': 'attachment; filename="account.json"',
      'cache-control': 'no-store',
    });
  });

  routes.post('/import', async (c) => {
    const { dryRun, overwrite } = readQuery(c, accountImportQuerySchema);
    const file = parseAs(accountFileSchema, await readJson(c, MAX_ACCOUNT_FILE_BYTES));
    const wish = { dryRun: dryRun === 'true', overwrite: overwrite === 'true' };
    c.set('trail', { note: wish.dryRun ? 'dry run' : wish.overwrite ? 'overwrite' : null });
    return c.json(await importAccount(c, file, wish));
  });

  return routes.get('/', async (c) => {
    const config = configOf(c);
    const { window, weekdays, closedDates } = await peopleOf(c).calendar();
    const [from = '', to = ''] = formatCallingWindow(window ?? config.CALLING_WINDOW).split('-');
    const account: Account = {
      accountSid: config.EXOTEL_ACCOUNT_SID,
      region: regionOf(config.EXOTEL_BASE_URL),
      user: c.get('user'),
      role: c.get('person').role,
      template: c.get('person').template,
      hasPreparers: await teamOf(c).hasPreparers(),
      window: { from, to },
      weekdays: [...(weekdays ?? WEEKDAYS)],
      closedDates: [...(closedDates ?? [])],
      timeZone: config.TIME_ZONE,
      country: config.DEFAULT_COUNTRY,
      callsPerMinute: config.CALLS_PER_MINUTE,
      messagesPerMinute: config.MESSAGES_PER_MINUTE,
      requestsPerMinute: config.EXOTEL_REQUESTS_PER_MINUTE,
      promised: (await accountsOf(c).promisedMinutes()).flatMap(({ channel, uses }) =>
        uses.map(({ from: start, until, perMinute }) => ({
          channel,
          from: new Date(start).toISOString(),
          until: new Date(until).toISOString(),
          perMinute,
        })),
      ),
      retentionDays: config.RETENTION_DAYS,
      limits: {
        fileBytes: MAX_FILE_BYTES,
        fileRows: MAX_FILE_ROWS,
        numbersPerCampaign: MAX_NUMBERS_PER_CAMPAIGN,
        retries: MAX_RETRIES,
      },
      version: VERSION,
      minimumExtension: MINIMUM_EXTENSION_VERSION,
      asOf: new Date().toISOString(),
    };
    return c.json(account);
  });
}

function regionOf(baseUrl: string): Account['region'] {
  const { hostname } = new URL(baseUrl);
  if (hostname === 'api.in.exotel.com') return 'mumbai';
  return hostname === 'api.exotel.com' ? 'singapore' : 'local';
}
