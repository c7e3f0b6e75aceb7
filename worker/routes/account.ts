import { MAX_FILE_BYTES, MAX_FILE_ROWS, MAX_NUMBERS_PER_CAMPAIGN, MAX_RETRIES } from '../../shared/limits.ts';
import { MINIMUM_EXTENSION_VERSION, VERSION } from '../../shared/version.ts';
import { formatCallingWindow } from '../../shared/plan/calling-window.ts';
import { WEEKDAYS } from '../../shared/people/calling-days.ts';
import {
  accountFileSchema,
  accountImportedSchema,
  accountImportQuerySchema,
} from '../../shared/protocol/account-file.ts';
import { MAX_ACCOUNT_FILE_BYTES } from '../../shared/sink-limits.ts';
import { exportAccount } from '../move/export-account.ts';
import { importAccount } from '../move/import-account.ts';
import { accountsOf, configOf, peopleOf, teamOf, type AppContext } from '../context.ts';
import { accountSchema, type Account } from '../../shared/protocol/account.ts';
import { call, json, type Call } from './call.ts';

export const ACCOUNT_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/account',
    summary: 'The account, its limits, and whose token this is',
    answer: json(accountSchema),
    refusals: [401, 500],
    handle: async (c) => c.json(await toAccount(c)),
  }),
  call({
    id: 'exportAccount',
    method: 'get',
    path: '/api/account/export',
    summary:
      'What the team has made, as a file: templates, settings, sinks, destinations; no secret, token or number is in it',
    answer: json(accountFileSchema),
    refusals: [401, 403],
    async handle(c) {
      return c.json(await exportAccount(c), 200, {
        'content-disposition': 'attachment; filename="account.json"',
        'cache-control': 'no-store',
      });
    },
  }),
  call({
    id: 'importAccount',
    method: 'post',
    path: '/api/account/import',
    summary:
      'Take such a file in, here or in another Worker: what is missing is made under the same ids, what differs is replaced only with overwrite=true; taking it in twice changes nothing',
    query: {
      schema: accountImportQuerySchema,
      about: { dryRun: 'true: says what it would do, and does nothing', overwrite: 'true: replaces what differs here' },
    },
    body: { schema: accountFileSchema, maxBytes: MAX_ACCOUNT_FILE_BYTES },
    answer: json(accountImportedSchema),
    refusals: [400, 401, 403, 409, 413, 422],
    async handle(c, { query, body }) {
      const wish = { dryRun: query.dryRun === 'true', overwrite: query.overwrite === 'true' };
      c.set('trail', { note: wish.dryRun ? 'dry run' : wish.overwrite ? 'overwrite' : null });
      return c.json(await importAccount(c, body, wish));
    },
  }),
];

async function toAccount(c: AppContext): Promise<Account> {
  const config = configOf(c);
  const { window, weekdays, closedDates } = await peopleOf(c).calendar();
  const [from = '', to = ''] = formatCallingWindow(window ?? config.CALLING_WINDOW).split('-');
  return {
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
}

function regionOf(baseUrl: string): Account['region'] {
  const { hostname } = new URL(baseUrl);
  if (hostname === 'api.in.exotel.com') return 'mumbai';
  return hostname === 'api.exotel.com' ? 'singapore' : 'local';
}
