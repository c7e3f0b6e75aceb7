import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { ARCHIVE_AFTER_SECONDS } from '../../../shared/limits.ts';
import { getImport } from './edge.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const PATIENCE_MS = 15_000;
const realNow = Date.now;
let aheadMs = 0;

/** The Worker's clock, which may be set ahead of the real one, so that no test waits for a minute to pass. */
export function startClock(at = realNow()): void {
  aheadMs = at - realNow();
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + aheadMs);
}

export function goAhead(ms: number): void {
  aheadMs += ms;
}

/** Runs an import's alarm as often as it asks for one, at the time it asks for, until the import is as wanted. */
export async function driveUntil(id: string, wanted: (view: Import) => boolean): Promise<Import> {
  const stub = env.IMPORTS.getByName(id);
  const deadline = realNow() + PATIENCE_MS;
  let view = await getImport(id);
  while (!wanted(view)) {
    if (realNow() > deadline) throw new Error(`Not as wanted in time: ${JSON.stringify(view)}`);
    // Null while the alarm runs by itself, as it does right after a launch.
    const at = await runInDurableObject(stub, (_, state) => state.storage.getAlarm());
    if (at !== null && at > Date.now()) goAhead(at - Date.now());
    if (at !== null) await runDurableObjectAlarm(stub);
    // Asking in a loop never lets the runtime run its timers and sockets, so an alarm that runs by itself would never
    // end.
    else await new Promise((resolve) => setTimeout(resolve, 1));
    view = await getImport(id);
  }
  return view;
}

/** Runs a campaign's alarm when what it holds is old enough for its archive. */
export async function archiveNow(stub: DurableObjectStub): Promise<void> {
  goAhead(ARCHIVE_AFTER_SECONDS * 1000);
  await runDurableObjectAlarm(stub);
}

export function isLaunched(view: Import): boolean {
  return view.launchedAt !== null && view.campaigns.every(({ sid }) => sid !== null);
}
