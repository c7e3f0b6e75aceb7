import { hostOf } from '../storage/settings.ts';
import type { SavedWorker } from '../storage/settings.ts';
import { words } from '../words/words.ts';
import { useApp } from './app-context.ts';

interface MeantWorker {
  /** Null when this browser knows it no more. */
  readonly meant: SavedWorker | null;
  readonly name: string;
  /** As people tell it from the others, with where it is. */
  readonly whole: string;
}

/** The Worker at an address as people know it; '' is the one in use. */
export function useMeantWorker(address: string): MeantWorker {
  const { connection, workers } = useApp();
  const meant =
    address === ''
      ? (connection.settings.value ?? null)
      : (workers.value.find((worker) => worker.address === address) ?? null);
  const host = hostOf(meant?.address ?? address);
  if (meant === null) return { meant, name: host, whole: host };
  const { label, kind } = meant;
  const named = words.options.workerOption(label, words.options.kinds[kind]);
  return { meant, name: label, whole: label === host ? named : `${named}, ${host}` };
}
