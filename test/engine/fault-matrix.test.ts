import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, plotOf } from './fault-conditions.ts';
import { FAULTS, PLOTS } from './fault-plots.ts';
import { runAll, runPlot } from './run-plot.ts';
import { writeMatrix, type Cells } from './write-matrix.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/fault-matrix.md');

describe('an import whose call to Exotel goes wrong', () => {
  const cells: Cells = { byFault: new Map(), byCondition: new Map() };

  for (const plot of PLOTS) {
    it(`keeps every promise when the ${plot.call} meets any fault`, async () => {
      const wrongs = await runAll(FAULTS, async (fault) => {
        const run = await runPlot(plot, fault);
        cells.byFault.set(`${fault.name}/${plot.call}`, run.outcome);
        return run.wrongs.slice(0, 3).map((wrong) => `${fault.name}: ${wrong}`);
      });
      expect(wrongs.flat()).toEqual([]);
    });
  }

  it('keeps every promise however Exotel searches, lags and refuses', async () => {
    const wrongs = await runAll(CONDITIONS, async (condition) => {
      const { name, fault, options } = condition;
      const run = await runPlot(plotOf(condition), fault, options);
      cells.byCondition.set(name, run.outcome);
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
