import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, plotOf } from './fault-conditions.ts';
import { PLOTS } from './fault-plots.ts';
import { FAULTS } from './world/request-faults.ts';
import { runAll, runPlot } from './run-plot.ts';
import { writeMatrix, type Cells } from './write-matrix.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/fault-matrix.md');

describe('an import whose call to Exotel goes wrong', () => {
  const cells: Cells = { byFault: new Map(), byCondition: new Map() };

  for (const [of, plot] of Object.entries(PLOTS).flatMap(([of, plots]) => plots.map((plot) => [of, plot] as const))) {
    it(`keeps every promise when, of ${of}, the ${plot.call} meets any fault`, async () => {
      const wrongs = await runAll(FAULTS, async (fault) => {
        const run = await runPlot(plot, fault);
        cells.byFault.set(`${fault.name}/${of}/${plot.call}`, run.outcome);
        return run.wrongs.slice(0, 3).map((wrong) => `${fault.name}: ${wrong}`);
      });
      expect(wrongs.flat()).toEqual([]);
    });
  }

  it('keeps every promise however Exotel searches, lags and refuses', async () => {
    const wrongs = await runAll(CONDITIONS, async (condition) => {
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
    expect(await readFile(DOCUMENT, 'utf8')).toBe(seen);
  });
});
