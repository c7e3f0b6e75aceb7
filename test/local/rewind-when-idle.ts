import { importSummarySchema, type ImportState } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import type { LocalStack } from './local-stack.ts';

const OVER: ReadonlySet<ImportState> = new Set(['receiving', 'checked', 'stopped', 'finished', 'failed']);
const CHECK_MS = 2_000;

/**
 * Each import carries the stand-in's fast clock hours ahead of ours, where the next plan would already be past. So once
 * nothing is being called, the stand-in forgets its campaigns and goes back to now.
 */
export function rewindWhenIdle({ api, exotel }: LocalStack): void {
  const timer = setInterval(() => {
    if (exotel.control.summary().counts.campaigns === 0) return;
    api
      .get('/api/imports?limit=500', pageSchema(importSummarySchema))
      .then(({ items }) => {
        if (items.every(({ state }) => OVER.has(state))) exotel.control.reset();
        return undefined;
      })
      .catch(() => undefined); // a Worker that is busy or gone is asked again
  }, CHECK_MS);
  timer.unref();
}
