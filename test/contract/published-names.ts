import { BARE_REQUESTS, SAMPLES, sampleJson } from './exotel-samples.ts';
import { writtenNames } from './written-names.ts';

type Named = readonly [heading: string, name: string];

/** Every name Exotel's pages print, by the heading of docs/exotel-coverage.md that answers for it. */
export function publishedNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [heading, name] of [...writtenNames(), ...SAMPLES.flatMap(namesOfSample), ...queryNames()]) {
    const known = names.get(heading) ?? new Set();
    names.set(heading, known.add(name));
  }
  return names;
}

function namesOfSample(sample: (typeof SAMPLES)[number]): Named[] {
  const fields = [...keyPaths(sampleJson(sample.file))].map((path) => placeOf(sample, path));
  return sample.kind === 'request' ? [['Calls', sample.call], ...fields] : fields;
}

function* keyPaths(value: unknown, prefix = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* keyPaths(item, `${prefix}[]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      yield path;
      yield* keyPaths(inner, path);
    }
  }
}

const IN_RESOURCE = /^response(?:\[\])?\.(data|summary)\./;

/** Which table answers for a key of a sample, and the key as it stands there: resources without their envelope. */
function placeOf({ kind, call }: (typeof SAMPLES)[number], path: string): Named {
  if (kind === 'request') {
    const heading = call.endsWith(' action') ? 'Sent: an action' : 'Sent: a voice campaign';
    return [heading, path.replace(/^campaigns\[\]\./, '')];
  }
  if (call === 'call_schedule_callback') return ['Called back: a number', path];
  if (call === 'status_callback') return ['Called back: a campaign', path];
  const part = IN_RESOURCE.exec(path)?.[1];
  // The item is an array's for calls and an object for messages; an error's data is printed alone.
  const inEnvelope = path.replace('response[]', 'response').replace(/^error_data/, 'response.error_data');
  if (part === undefined) return ['Answered: the envelope', inEnvelope];
  const name = path.replace(IN_RESOURCE, '');
  if (part === 'summary') return ['Answered: counts of calls', name];
  if (call.endsWith('/call-details')) return ['Answered: a call', name];
  return [call.includes('/message-') ? 'Answered: a message campaign' : 'Answered: a voice campaign', name];
}

function queryNames(): Named[] {
  return BARE_REQUESTS.flatMap(({ path }) => {
    const heading = path.includes('call-details') ? 'Asked: calls' : 'Asked: campaigns';
    return [...new URL(path, 'https://exotel.test').searchParams.keys()].map((name) => [heading, name] as const);
  });
}
