import {
  CALLBACKS_A_CONTACT,
  CLASSES_AN_ACCOUNT,
  CRONS_AN_ACCOUNT,
  FREE_A_DAY,
  NAMESPACES_AN_ACCOUNT,
  WORKERS_AN_ACCOUNT,
  WRITES_A_SECOND_AN_OBJECT,
} from '../fixtures/cloudflare-limits.ts';
import { MOST_DOLLARS, MOST_OBJECT_REQUESTS, MOST_ROWS } from '../fixtures/contact-targets.ts';
import {
  DEFAULT_CALLS_PER_MINUTE,
  DEFAULT_REQUESTS_PER_MINUTE,
  MAX_NUMBERS_PER_CAMPAIGN,
} from '../../shared/limits.ts';
import { CALLBACKS_PER_BATCH } from '../../shared/sink-limits.ts';

const TEAMS = [1, 100, 10_000] as const;
const DAYS_A_MONTH = 30;

export type ScaleLine = readonly [what: string, ...figures: string[]];

/** What a team does in a day at Exotel's pace and in the usual hours, and what that is of each limit. Nothing here is measured. */
export function scaleTable({ classes, hours }: { readonly classes: number; readonly hours: number }): {
  readonly team: readonly ScaleLine[];
  readonly free: readonly ScaleLine[];
  readonly teams: readonly ScaleLine[];
} {
  const contacts = DEFAULT_CALLS_PER_MINUTE * 60 * hours;
  const callbacksASecond = (DEFAULT_CALLS_PER_MINUTE / 60) * CALLBACKS_A_CONTACT;
  const month = contacts * DAYS_A_MONTH;
  const perWorker = { classes, crons: 1, workers: 1, namespaces: 1 };
  const fits = {
    'object classes': Math.floor(CLASSES_AN_ACCOUNT / perWorker.classes),
    'cron triggers': Math.floor(CRONS_AN_ACCOUNT / perWorker.crons),
    Workers: Math.floor(WORKERS_AN_ACCOUNT / perWorker.workers),
    'KV namespaces': Math.floor(NAMESPACES_AN_ACCOUNT / perWorker.namespaces),
  };
  const most = Math.min(...Object.values(fits));
  return {
    team: [
      ['contacts a day', whole(contacts)],
      ['campaigns a day, as few as can be', whole(Math.ceil(contacts / MAX_NUMBERS_PER_CAMPAIGN))],
      ['requests to Exotel a day, as many as may be', whole(DEFAULT_REQUESTS_PER_MINUTE * 60 * 24)],
      ['callbacks a second', whole(callbacksASecond)],
      ['of what one object takes', `${((callbacksASecond / WRITES_A_SECOND_AN_OBJECT) * 100).toFixed(0)} %`],
      ['KV writes a day', whole(Math.ceil((contacts * CALLBACKS_A_CONTACT) / CALLBACKS_PER_BATCH))],
    ],
    free: Object.entries({
      'rows written': FREE_A_DAY.rowsWritten / MOST_ROWS,
      'requests to objects': FREE_A_DAY.objectRequests / MOST_OBJECT_REQUESTS,
      'requests to the Worker': FREE_A_DAY.workerRequests / CALLBACKS_A_CONTACT,
      'KV writes': (FREE_A_DAY.kvWrites * CALLBACKS_PER_BATCH) / CALLBACKS_A_CONTACT,
    })
      .toSorted(([, a], [, b]) => a - b)
      .map(([what, most]): ScaleLine => [what, whole(Math.floor(most))]),
    teams: [
      ...Object.entries(fits)
        .toSorted(([, a], [, b]) => a - b)
        .map(([what, count]): ScaleLine => [
          `teams that ${what} allow in one Cloudflare account`,
          whole(count),
          whole(count),
          whole(count),
        ]),
      ['Cloudflare accounts it takes', ...TEAMS.map((teams) => whole(Math.ceil(teams / most)))],
      ['contacts a month', ...TEAMS.map((teams) => whole(month * teams))],
      [
        'list price of them a month, at most',
        ...TEAMS.map((teams) => `$${whole(Math.ceil((month * teams * MOST_DOLLARS) / 1e6))}`),
      ],
    ],
  };
}

function whole(figure: number): string {
  return figure.toLocaleString('en-US');
}
