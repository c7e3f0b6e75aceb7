import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, plotOf } from './fault-conditions.ts';
import { PLOTS } from './fault-plots.ts';
import { FAULTS } from './world/request-faults.ts';
import { runAll, runPlot } from './run-plot.ts';
import { sliceOf } from './slice-of.ts';
import { fillUnseen, writeMatrix, type Cells } from './write-matrix.ts';

/**
 * Every change plays one of so many faults of each call, and of two calls that follow each other, different ones; twice as
 * many of a create, which must not be made twice.
 */
const EVERY = 6;
const EVERY_OF_A_CREATE = 3;
const DOCUMENT = join(import.meta.dirname, '../../docs/fault-matrix.md');

describe('an import whose call to Exotel goes wrong', () => {
  const cells: Cells = { byFault: new Map(), byCondition: new Map() };

  const calls = Object.entries(PLOTS).flatMap(([of, plots]) => plots.map((plot) => [of, plot] as const));
  for (const [place, [of, plot]] of calls.entries()) {
    it(`keeps every promise when, of ${of}, the ${plot.call} meets a fault`, async () => {
      const every = plot.operation.endsWith('create') ? EVERY_OF_A_CREATE : EVERY;
      const wrongs = await runAll(sliceOf(FAULTS, every, place), async (fault) => {
        const run = await runPlot(plot, fault);
        cells.byFault.set(`${fault.name}/${of}/${plot.call}`, run.outcome);
        return run.wrongs.slice(0, 3).map((wrong) => `${fault.name}: ${wrong}`);
      });
      expect(wrongs.flat()).toEqual([]);
    });
  }

  it('keeps every promise however Exotel searches, lags and refuses', async () => {
    const wrongs = await runAll(sliceOf(CONDITIONS, EVERY), async (condition) => {
      const { name, fault, options } = condition;
      const run = await runPlot(plotOf(condition), fault, options);
      cells.byCondition.set(`${condition.of}/${name}`, run.outcome);
      return run.wrongs.slice(0, 3).map((wrong) => `${name}: ${wrong}`);
    });
    expect(wrongs.flat()).toEqual([]);
  });

  it('ends as docs/fault-matrix.md says', async () => {
    const seen = writeMatrix(cells);
    if (process.env['UPDATE_DOCS'] === '1') await writeFile(DOCUMENT, seen);
    const document = await readFile(DOCUMENT, 'utf8');
    expect(fillUnseen(seen, document)).toBe(document);
  });
});
