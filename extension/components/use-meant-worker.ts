import { hostOf } from '../storage/settings.ts';
import type { SavedWorker } from '../storage/settings.ts';
import { words } from '../words/words.ts';
import { useApp } from './app-context.ts';

interface MeantWorker {
  /** Null if this browser no longer knows it. */
  readonly meant: SavedWorker | null;
  readonly name: string;
  /** Its full name: what people call it, and its address. */
  readonly whole: string;
}

/** The Worker at an address; '' means the one in use. */
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
