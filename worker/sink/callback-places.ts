import { MAX_IMPORTS_SEARCHED } from '../../shared/sink-limits.ts';
import { accountsOf, configOf, importOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { CallbackPlaces } from '../import/reports/stream-reports.ts';
import { ownCallback } from '../campaign/own-callback.ts';
import type { KeptCallback } from '../callbacks/understand-callback.ts';
import type { CallbackPlace } from './search-callbacks.ts';
import type { CallbackQuery } from '../../shared/protocol/sink.ts';

export function directoryOf(c: AppContext) {
  return c.env.SINK_DIRECTORY.getByName(configOf(c).EXOTEL_ACCOUNT_SID);
}

export function sinkOf(c: AppContext, id: string) {
  return c.env.SINKS.getByName(id);
}

/** Where a search must look: in one sink, in one import, or in all. Each is asked only when its turn comes. */
export async function* callbackPlaces(c: AppContext, query: CallbackQuery): AsyncIterable<CallbackPlace> {
  if (query.import === undefined) yield* sinkPlaces(c, query.sink ?? null);
  if (query.sink === undefined) yield* importPlaces(c, query);
}

async function* sinkPlaces(c: AppContext, only: string | null): AsyncIterable<CallbackPlace> {
  const sinks = await directoryOf(c).sinks();
  if (only !== null && !sinks.some(({ id }) => id === only)) throw new ApiError({ code: 'sink_not_found' });
  for (const { id } of sinks) {
    if (only !== null && id !== only) continue;
    const { keys, waiting } = await sinkOf(c, id).places();
    const ask = (batch: number) => sinkOf(c, id).waitingLines(batch);
    yield { keys, waiting, ask, read: (line) => ({ ...readSinkLine(line), sink: id }) };
  }
}

function readSinkLine(line: string): KeptCallback {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a line this Worker wrote itself
  return JSON.parse(line) as KeptCallback;
}

async function* importPlaces(c: AppContext, { import: only, to }: CallbackQuery): AsyncIterable<CallbackPlace> {
  const ids = only === undefined ? await importsToSearch(c, to) : [only];
  const { DEFAULT_COUNTRY } = configOf(c);
  for (const id of ids) {
    const found = await importOf(c, id).callbackPlaces();
    // When all imports are searched, one may have been deleted since it was listed.
    if (!found.ok && only === undefined) continue;
    for (const { seq, keys, waiting } of unwrap<readonly CallbackPlaces[]>(found)) {
      yield {
        keys: keys.map((key) => ({ key, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })),
        waiting,
        ask: (batch) => importOf(c, id).waitingCallbacks(seq, batch),
        read: (line, at) => ownCallback(line, at, { id, country: DEFAULT_COUNTRY }),
      };
    }
  }
}

/**
 * All imports that callbacks before `to` can be about. If they are too many to search, the search is refused and must
 * be narrowed, because an incomplete answer would mislead.
 */
export async function importsToSearch(c: AppContext, to: string | undefined): Promise<string[]> {
  const until = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const ids = await accountsOf(c).launchedBefore(until, MAX_IMPORTS_SEARCHED + 1);
  if (ids.length > MAX_IMPORTS_SEARCHED) throw new ApiError({ code: 'search_too_wide' });
  return ids;
}
