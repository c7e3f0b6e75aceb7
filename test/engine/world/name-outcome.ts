import type { EngineWorld } from './engine-world.ts';
import type { Plot } from '../fault-plots.ts';
import type { RequestEntry } from '../../exotel/control/ledger.ts';

interface Seen {
  /** Whether the import waited for a person, who then resumed it. */
  readonly waited: boolean;
  /** The requests up to the end of the plot. */
  readonly requests: readonly RequestEntry[];
  /** The place of the spoilt request; below zero if none was spoilt. */
  readonly spoilt: number;
}

/** The outcome of a plot in a few words, from the stand-in's ledger. */
export function nameOutcome(world: EngineWorld, plot: Plot, seen: Seen): string {
  switch (plot.tells) {
    case 'sending':
      return nameSending(world, plot, seen);
    case 'upload':
      return nameUpload(world, seen);
    case 'call':
      return nameCall(world, seen);
  }
}

function nameUpload(world: EngineWorld, { waited, requests }: Seen): string {
  const posts = requests.filter(({ op }) => op === 'csv_upload').length;
  const isLookedUp = requests.some(({ op }) => op === 'list_list');
  if (waited) return 'waits for a person';
  if (posts === 1) return isLookedUp ? 'adopted' : 'sent once';
  if (world.exotel.control.summary().counts.deletedLists > 0) return 'sent again, the first deleted';
  return isLookedUp ? 'sent again, absence proven' : 'sent again';
}

function nameSending(world: EngineWorld, plot: Plot, { waited, requests }: Seen): string {
  const [first] = world.rows();
  const posts = requests.filter(({ op }) => op === 'create' || op === 'sms_create').length - (plot.campaigns - 1);
  const name = first?.name ?? '';
  const lookedUp = requests.some(({ path }) => new URL(path, 'http://localhost').searchParams.get('name') === name);
  if (world.exotel.control.summary().counts.deletedCampaigns > 0) return 'made twice, the second deleted unrung';
  if ((first?.excluded.length ?? 0) > 0) return 'sent without that number';
  if (waited) return 'waits for a person';
  if (posts === 1) return lookedUp ? 'adopted' : 'sent once';
  return lookedUp ? 'sent again, absence proven' : 'sent again';
}

function nameCall(world: EngineWorld, { waited, requests, spoilt }: Seen): string {
  const request = requests[spoilt];
  if (waited) return 'waits for a person';
  if (request === undefined || world.heard[spoilt] === 'ok') return 'as ever';
  const later = requests.slice(spoilt + 1);
  if (later.some(({ method, path }) => method === request.method && path === request.path))
    return request.method === 'GET' ? 'read again' : 'tried again';
  const isPage = request.path.includes('limit=');
  if (isPage && later.some(({ path }) => withoutLimit(path) === withoutLimit(request.path)))
    return 'read again, fewer at a time';
  return later.some(({ op, path }) => op === 'action' && path === request.path) ? 'paused instead' : 'found done';
}

function withoutLimit(path: string): string {
  return path.replace(/limit=\d+/, '');
}
