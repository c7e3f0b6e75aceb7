import type { Call } from '../routes/call.ts';

/** Words that end in "s" but mean one thing. */
const ONE_THING = new Set(['settings']);

/**
 * The function name in a client that is generated from the document: `listTemplates`, `launchImport`,
 * `getImportResultsCsv`. It follows from method and path, so that a new call has a name at once; a call may name a
 * better one.
 */
export function operationIdOf({ id, method, path }: Pick<Call, 'id' | 'method' | 'path'>): string {
  if (id !== undefined) return id;
  const segments = path
    .replace(/^\/api\//, '/')
    .split('/')
    .filter((segment) => segment !== '');
  const isParameter = (segment: string | undefined): boolean => segment?.startsWith('{') === true;
  const words = segments.flatMap((segment, at) =>
    isParameter(segment) ? [] : [isParameter(segments[at + 1]) ? singular(segment) : segment],
  );
  const isItem = isParameter(segments.at(-1));
  const last = words.at(-1) ?? '';
  const isMany = !isItem && last.endsWith('s') && !ONE_THING.has(last);
  switch (method) {
    case 'get':
      return camelCase([isMany ? 'list' : 'get', ...words]);
    case 'post':
      if (isItem) return camelCase(['use', ...words]);
      return words.length === 1 ? camelCase(['create', singular(last)]) : camelCase([last, ...words.slice(0, -1)]);
    case 'put':
      return camelCase(['replace', ...words]);
    case 'patch':
      return camelCase(['change', ...words]);
    case 'head':
    case 'delete':
      return camelCase([method, ...words]);
  }
}

function singular(word: string): string {
  if (ONE_THING.has(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}

function camelCase(words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split(/[^A-Za-z0-9]+/)).filter((part) => part !== '');
  return parts.map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** Groups of API calls in the documentation, by the beginning of the path. */
const ROOMS: Readonly<Record<string, string>> = {
  healthz: 'Worker',
  campaigns: 'Exotel account',
  exophones: 'Exotel account',
  lists: 'Exotel account',
  tokens: 'Team',
  invites: 'Team',
  audit: 'Team',
  settings: 'Team',
  suppressions: 'People',
};

const ABOUT: Readonly<Record<string, string>> = {
  Worker: 'Whether it is there',
  Account: 'The Exotel account this Worker speaks for',
  Templates: 'Saved ways to call or to write',
  Imports: 'A file each, from upload to the last result',
  'Exotel account': "Exotel's own campaigns, numbers and lists, those made elsewhere too",
  Sinks: 'Signed addresses that take callbacks of any campaign',
  Callbacks: 'Everything that was reported: received, searched, exported',
  Destinations: "Events for the team's other tools",
  Team: 'Who may do what, and who did',
  People: 'Who is not to be called',
};

export function aboutRoom(name: string): string {
  return ABOUT[name] ?? `${name} of the account`;
}

export function roomOf({ path }: Pick<Call, 'path'>): string {
  const [first = ''] = path
    .replace(/^\/api\//, '')
    .replace(/^\//, '')
    .split(/[/.]/);
  return ROOMS[first] ?? first.charAt(0).toUpperCase() + first.slice(1).replaceAll('-', ' ');
}
