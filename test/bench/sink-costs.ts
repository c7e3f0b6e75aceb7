import { dollarsAMillion } from '../fixtures/cloudflare-prices.ts';
import { FORWARDED, STORED, type Cost } from '../fixtures/sink-costs.ts';
import type { BenchRow } from './bench-row.ts';

/** Ours: what a million may cost, beside Cloudflare's dollar for as many rows. */
const STORED_DOLLARS = 2;
const FORWARDED_DOLLARS = 5;

/** What a test of the Worker holds, in money: test/worker/sink/costs.test.ts counts it. */
export async function run(): Promise<readonly BenchRow[]> {
  return [
    rowOf('cost of a stored callback', STORED, STORED_DOLLARS),
    rowOf('cost of a contact forwarded to one destination', FORWARDED, FORWARDED_DOLLARS),
  ];
}

function rowOf(what: string, cost: Cost, target: number): BenchRow {
  const dollars = dollarsAMillion(cost);
  const { rowsWritten, objectRequests, kvWrites, workerRequests } = cost;
  const counts = `${rowsWritten} rows written, ${objectRequests} requests to objects, ${kvWrites} KV writes, ${workerRequests} requests`;
  return {
    what,
    measured: `$${dollars.toFixed(2)} a million (${counts} each)`,
    target: `<= $${target} a million`,
    met: dollars <= target,
  };
}
