import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CampaignStatus } from './campaign-status.ts';
import type { Campaign } from './campaign.ts';
import { invalid } from './check-flow.ts';
import { readPage, readStatuses } from '../http/page-query.ts';
import type { Page } from '../http/page-query.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Settings } from '../control/settings.ts';

const MAX_LIMIT = 500;
const STATUSES: readonly CampaignStatus[] = [
  'created',
  'in-progress',
  'paused',
  'completed',
  'archived',
  'failed',
  'canceled',
  'deleted',
];

type Found = { readonly campaigns: readonly Campaign[]; readonly total: number; readonly page: Page };
type Switches = Pick<Settings, 'nameSearch' | 'listLagMs' | 'showDeleted'>;

/**
 * One page of the list. Without `sort_by` it is newest first, as in the sample (the page's prose says the opposite).
 */
export function listCampaigns(
  all: readonly Campaign[],
  query: URLSearchParams,
  switches: Switches,
  realNow: number,
): Result<Found, Refusal> {
  const page = readPage(query);
  if (!page.ok) return page;
  const { offset, limit } = page.value;
  if (limit > MAX_LIMIT) return invalid(`limit must be at most ${MAX_LIMIT}`);
  const statuses = readStatuses(query.get('status'), STATUSES);
  if (!statuses.ok) return statuses;
  const order = orderOf(query.get('sort_by') ?? 'date_created:desc');
  if (order === null) return invalid(`sort_by ${query.get('sort_by')} is not allowed`);
  const type = query.get('type') ?? 'trans';
  if (type !== 'trans') return invalid(`type ${type} is not allowed`);

  const name = query.get('name') ?? '';
  const found = all.filter(
    (campaign) =>
      (switches.showDeleted || campaign.status !== 'deleted') &&
      campaign.createdAtReal + switches.listLagMs <= realNow &&
      (statuses.value === null || statuses.value.has(campaign.status)) &&
      (name === '' || matchesName(campaign.spec.name, name, switches.nameSearch)),
  );
  found.sort(order);
  return ok({ campaigns: found.slice(offset, offset + limit), total: found.length, page: page.value });
}

function orderOf(sortBy: string): ((a: Campaign, b: Campaign) => number) | null {
  const match = /^(date_created|name)(?::(asc|desc))?$/i.exec(sortBy);
  if (match === null) return null;
  const sign = match[2]?.toLowerCase() === 'desc' ? -1 : 1;
  if (match[1]?.toLowerCase() === 'name') return (a, b) => sign * (a.spec.name < b.spec.name ? -1 : 1);
  return (a, b) => sign * (a.ordinal - b.ordinal);
}

function matchesName(name: string, search: string, mode: Settings['nameSearch']): boolean {
  const hay = name.toLowerCase();
  const needle = search.toLowerCase();
  switch (mode) {
    case 'contains':
      return hay.includes(needle);
    case 'prefix':
      return hay.startsWith(needle);
    case 'exact':
      return name === search;
    case 'fuzzy': {
      const words = new Set(hay.match(/[\p{L}\p{N}]+/gu));
      return (needle.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word));
    }
    default:
      return mode satisfies never;
  }
}
