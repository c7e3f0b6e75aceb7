import { startStack } from '../local/stack/local-stack.ts';
import type { BenchRow } from './bench-row.ts';
import { launchedImport } from './launched-import.ts';

const CAMPAIGNS = 24;
const PER_MINUTE = 12;
const MINUTE_MS = 60_000;
const TARGET_PERCENT = 5;

/** Launches more campaigns than a minute's budget holds; about a minute of real time. */
export async function run(): Promise<readonly BenchRow[]> {
  const stack = await startStack({ openCaps: true, exotel: { skipIdle: false }, requestsPerMinute: PER_MINUTE });
  try {
    await launchedImport(stack, CAMPAIGNS * 5_000);
    const { requests } = stack.exotel.control.ledger();
    const last = requests.findLastIndex(({ op }) => op === 'create');
    const took = (requests[last]?.at ?? 0) - (requests[0]?.at ?? 0);
    const allowed = Math.floor(last / PER_MINUTE) * MINUTE_MS;
    const over = (took / allowed - 1) * 100;
    const arrivals = requests.map(({ at }) => at);
    const busiest = Math.max(
      ...arrivals.map((at, first) => arrivals.filter((other, i) => i >= first && other < at + MINUTE_MS).length),
    );
    return [
      {
        what: `launch of ${CAMPAIGNS} campaigns at ${PER_MINUTE} requests a minute`,
        measured: `${over.toFixed(1)} % over the ${allowed / 1000} s that allows`,
        target: `<= ${TARGET_PERCENT} %`,
        met: over <= TARGET_PERCENT,
      },
      {
        what: 'requests in its busiest minute',
        measured: String(busiest),
        target: `<= ${PER_MINUTE}`,
        met: busiest <= PER_MINUTE,
      },
    ];
  } finally {
    await stack.stop();
  }
}
