// `npm run bench`: every measurement in turn, side by side with the alternatives; `npm run bench -- check` runs one.
import { BUILD_PARTS } from '../local/parts/check-parts.ts';
import { runInTurn } from '../local/parts/run-parts.ts';
import type { BenchRow } from './bench-row.ts';
import { run as runCheck } from './check.ts';
import { run as runContactCost } from './contact-cost.ts';
import { run as runLaunchPace } from './launch-pace.ts';
import { run as runLive } from './live.ts';
import { run as runMillionRows } from './million-rows.ts';
import { run as runPopupPaint } from './popup-paint.ts';
import { run as runPopupSize } from './popup-size.ts';
import { run as runScale } from './scale.ts';
import { run as runSink } from './sink.ts';
import { run as runSinkCosts } from './sink-costs.ts';
import { run as runSinkSearch } from './sink-search.ts';

/** What prints its own lines answers nothing; the others answer rows of the table. */
type Bench = () => Promise<void | readonly BenchRow[]>;

async function measurePopup(): Promise<readonly BenchRow[]> {
  const { failed } = await runInTurn(BUILD_PARTS.filter(({ name }) => name === 'build for Chrome'));
  if (failed > 0) throw new Error('The extension could not be built.');
  return [...runPopupSize(), ...(await runPopupPaint())];
}

const BENCHES: Readonly<Record<string, Bench>> = {
  check: runCheck,
  popup: measurePopup,
  rows: runMillionRows,
  launch: runLaunchPace,
  sink: runSink,
  'sink-costs': runSinkCosts,
  'sink-search': runSinkSearch,
  live: runLive,
  'contact-cost': runContactCost,
  scale: runScale,
};

function table(rows: readonly BenchRow[]): string[] {
  const width = Math.max(...rows.map(({ what }) => what.length), 0);
  return rows.map(
    ({ what, measured, target, met }) => `${met ? '✓' : '✗'} ${what.padEnd(width)}  ${measured}  (target ${target})`,
  );
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0)
  throw new Error(`No bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
const rows: BenchRow[] = [];
for (const [name, run] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  rows.push(...((await run()) ?? []));
}
console.log(['', ...table(rows)].join('\n'));
process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
