import { assertNever } from '../../shared/result.ts';
import { toQuery } from '../api/to-query.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import { readCampaignLook, readChannel, readOffset, writeCampaignLook } from './campaign-query.ts';
import type { CampaignQuery } from './campaign-query.ts';
import { readHistoryLook, writeHistoryLook } from './history-query.ts';
import type { HistoryQuery } from './history-query.ts';
import { isKeptStep } from './draft/import-step.ts';
import type { KeptStep } from '../storage/kept-import.ts';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'step'; readonly id: string; readonly step: KeptStep }
  | { readonly screen: 'import'; readonly id: string }
  | { readonly screen: 'history'; readonly look: HistoryQuery }
  | { readonly screen: 'campaigns'; readonly look: CampaignQuery }
  | { readonly screen: 'campaign'; readonly sid: string; readonly channel: Channel; readonly edit: boolean }
  | { readonly screen: 'lists'; readonly offset: number }
  | { readonly screen: 'people'; readonly offset: number }
  | { readonly screen: 'team'; readonly offset: number }
  | { readonly screen: 'trail'; readonly search: string; readonly offset: number }
  | { readonly screen: 'rules' }
  | { readonly screen: 'callbacks' }
  | { readonly screen: 'sinks' }
  | { readonly screen: 'destinations' }
  | { readonly screen: 'destination'; readonly id: string }
  | { readonly screen: 'templates' }
  | { readonly screen: 'template'; readonly id: string | null; readonly copyOf: string | null };

const HOME: Route = { screen: 'home' };

/** "#/import/k3v9x2a7" -> the screen; anything unknown is home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id, part] = path.split('/').map(decode);
  const asked = new URLSearchParams(query);
  const copyOf = asked.get('copy');
  if (screen === 'import' && id && isKeptStep(part)) return { screen: 'step', id, step: part };
  if (screen === 'import' && id) return { screen, id };
  if (screen === 'imports') return { screen: 'history', look: readHistoryLook(asked) };
  if (screen === 'campaigns' && !id) return { screen, look: readCampaignLook(asked) };
  if (screen === 'campaigns' && id) {
    return { screen: 'campaign', sid: id, channel: readChannel(asked), edit: part === 'edit' };
  }
  if (screen === 'lists') return { screen, offset: readOffset(asked) };
  if (screen === 'people') return { screen, offset: readOffset(asked) };
  if (screen === 'team') return { screen, offset: readOffset(asked) };
  if (screen === 'trail') return { screen, search: asked.get('search') ?? '', offset: readOffset(asked) };
  if (screen === 'callbacks' || screen === 'sinks' || screen === 'rules') return { screen };
  if (screen === 'destinations') return id ? { screen: 'destination', id } : { screen };
  if (screen === 'templates' && !id) return { screen };
  if (screen === 'templates' && id === 'new') return { screen: 'template', id: null, copyOf };
  if (screen === 'templates' && id) return { screen: 'template', id, copyOf: null };
  return HOME;
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'history':
      return `#/imports${writeHistoryLook(route.look)}`;
    case 'campaigns':
      return `#/campaigns${writeCampaignLook(route.look)}`;
    case 'campaign': {
      const channel = route.channel === 'sms' ? '?channel=sms' : '';
      return `#/campaigns/${encodeURIComponent(route.sid)}${route.edit ? '/edit' : ''}${channel}`;
    }
    case 'lists':
      return route.offset > 0 ? `#/lists?offset=${route.offset}` : '#/lists';
    case 'people':
      return route.offset > 0 ? `#/people?offset=${route.offset}` : '#/people';
    case 'team':
      return route.offset > 0 ? `#/team?offset=${route.offset}` : '#/team';
    case 'trail': {
      const query = toQuery({ search: route.search, offset: route.offset > 0 ? String(route.offset) : '' });
      return query === '' ? '#/trail' : `#/trail?${query}`;
    }
    case 'rules':
    case 'callbacks':
    case 'sinks':
    case 'destinations':
      return `#/${route.screen}`;
    case 'destination':
      return `#/destinations/${encodeURIComponent(route.id)}`;
    case 'templates':
      return '#/templates';
    case 'template': {
      const copy = route.copyOf === null ? '' : `?copy=${encodeURIComponent(route.copyOf)}`;
      return `#/templates/${route.id === null ? 'new' : encodeURIComponent(route.id)}${copy}`;
    }
    case 'step':
      return `#/import/${encodeURIComponent(route.id)}/${route.step}`;
    case 'import':
      return `#/import/${encodeURIComponent(route.id)}`;
    default:
      return assertNever(route);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ''; // a broken escape is no route of ours
  }
}
