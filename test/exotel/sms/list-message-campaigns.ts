import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { invalid, mandatory } from '../campaigns/check-flow.ts';
import { readPage, readStatuses } from '../http/page-query.ts';
import type { Page } from '../http/page-query.ts';
import type { Refusal } from '../http/refusal.ts';
import { REPORT_AFTER_MS } from './message-campaign.ts';
import type { MessageCampaign } from './message-campaign.ts';
import { toMessageStatus } from './render-message-campaign.ts';

const MAX_LIMIT = 50;
const MIN_SEARCH_CHARS = 3;
const STATUSES = ['scheduled', 'in-progress', 'paused', 'completed', 'archived'] as const;

type Found<T> = { readonly shown: readonly T[]; readonly total: number; readonly page: Page };

/** One page of the list. Without `sort_by` the latest start comes first; the console page says the opposite. */
export function listMessageCampaigns(
  all: readonly MessageCampaign[],
  query: URLSearchParams,
  { listLagMs, realNow }: { readonly listLagMs: number; readonly realNow: number },
): Result<Found<MessageCampaign>, Refusal> {
  const page = readChannelPage(query);
  if (!page.ok) return page;
  const { offset, limit } = page.value;
  if (limit > MAX_LIMIT) return invalid(`limit must be at most ${MAX_LIMIT}`);
  const statuses = readStatuses(query.get('status'), STATUSES);
  if (!statuses.ok) return statuses;
  const name = (query.get('name') ?? '').toLowerCase();
  if (query.has('name') && name.length < MIN_SEARCH_CHARS) {
    return invalid(`name must have at least ${MIN_SEARCH_CHARS} characters`);
  }
  const order = orderOf(query.get('sort_by') ?? 'schedule.start_time:desc');
  if (order === null) return invalid(`sort_by ${query.get('sort_by')} is not allowed`);
  const wanted: ReadonlySet<string> | null = statuses.value;
  const found = all.filter(
    ({ createdAtReal, spec, status }) =>
      createdAtReal + listLagMs <= realNow &&
      (wanted === null || wanted.has(toMessageStatus(status))) &&
      spec.name.toLowerCase().includes(name),
  );
  found.sort(order);
  return ok({ shown: found.slice(offset, offset + limit), total: found.length, page: page.value });
}

/** Places of the messages whose report came at least one lag before `now`, in the order of sending or the reverse. */
export function listMessages(
  { spec, sentAt, results }: MessageCampaign,
  query: URLSearchParams,
  reportedBy: number,
): Result<Found<number>, Refusal> {
  const page = readChannelPage(query);
  if (!page.ok) return page;
  const { offset, limit } = page.value;
  const sortBy = query.get('sort_by') ?? 'schedule_time:desc';
  if (!/^(?:schedule_time|date_created):(?:asc|desc)$/.test(sortBy)) return invalid(`sort_by ${sortBy} is not allowed`);
  const number = query.get('number');
  const places = [...sentAt.keys()].filter(
    (place) =>
      results[place] !== undefined &&
      (sentAt[place] ?? 0) + REPORT_AFTER_MS <= reportedBy &&
      (number === null || spec.numbers[place] === number),
  );
  if (sortBy.endsWith('desc')) places.reverse();
  return ok({ shown: places.slice(offset, offset + limit), total: places.length, page: page.value });
}

function readChannelPage(query: URLSearchParams): Result<Page, Refusal> {
  const channel = query.get('channel');
  if (channel === null) return mandatory('channel');
  if (channel.toLowerCase() !== 'sms') return invalid(`channel ${channel} is not allowed`);
  return readPage(query);
}

function orderOf(sortBy: string): ((a: MessageCampaign, b: MessageCampaign) => number) | null {
  const match = /^(schedule\.start_time|name):(asc|desc)$/.exec(sortBy);
  if (match === null) return null;
  const sign = match[2] === 'desc' ? -1 : 1;
  if (match[1] === 'name') return (a, b) => sign * (a.spec.name < b.spec.name ? -1 : 1);
  return (a, b) => sign * (a.spec.startAt - b.spec.startAt || a.ordinal - b.ordinal);
}
