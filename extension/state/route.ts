import { assertNever } from '../../shared/result.ts';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'check'; readonly id: string }
  | { readonly screen: 'import'; readonly id: string }
  | { readonly screen: 'templates' }
  | { readonly screen: 'template'; readonly id: string | null; readonly copyOf: string | null };

const HOME: Route = { screen: 'home' };

/** "#/import/k3v9x2a7" -> the screen; anything unknown is home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id] = path.split('/').map(decode);
  const copyOf = new URLSearchParams(query).get('copy');
  if (screen === 'check' && id) return { screen, id };
  if (screen === 'import' && id) return { screen, id };
  if (screen === 'templates' && !id) return { screen };
  if (screen === 'templates' && id === 'new') return { screen: 'template', id: null, copyOf };
  if (screen === 'templates' && id) return { screen: 'template', id, copyOf: null };
  return HOME;
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'templates':
      return '#/templates';
    case 'template': {
      const copy = route.copyOf === null ? '' : `?copy=${encodeURIComponent(route.copyOf)}`;
      return `#/templates/${route.id === null ? 'new' : encodeURIComponent(route.id)}${copy}`;
    }
    case 'check':
    case 'import':
      return `#/${route.screen}/${encodeURIComponent(route.id)}`;
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
