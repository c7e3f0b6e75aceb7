import { styleText } from 'node:util';
import { runPart, type Part, type PartOutcome } from './run-part.ts';

/** Adds what a part counts: one for a plain command, its tests for a test run. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Beside the part's name, for people. */
  readonly note: string;
}

const NOTHING_RUN: Tally = { passed: 0, failed: 0, note: '' };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed, note: '' }),
    NOTHING_RUN,
  );
}

/** A check has no tests of its own: it adds nothing when it holds, and one failure when it does not. */
function tallyOfCheck(outcome: PartOutcome): Tally {
  return { passed: 0, failed: outcome.ok ? 0 : 1, note: '' };
}

/** Runs parts in turn, printing a line for each as it ends, and all it said where it failed. */
export async function runInTurn(
  parts: readonly Part[],
  tallyOf: (outcome: PartOutcome, part: Part) => Tally | Promise<Tally> = tallyOfCheck,
): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const part of parts) {
    const outcome = await runPart(part);
    const tally = await tallyOf(outcome, part);
    tallies.push(tally);
    if (tally.failed > 0) console.log(outcome.output.trimEnd());
    console.log(partLine(part.name, tally, outcome.seconds));
  }
  return addTallies(tallies);
}

function partLine(name: string, tally: Tally, seconds: number): string {
  const mark = tally.failed === 0 ? styleText('green', '✓') : styleText('red', '✗');
  const took = styleText('dim', `${seconds.toFixed(1)} s`.padStart(8));
  return `${mark} ${name.padEnd(24)}${took}  ${tally.note}`.trimEnd();
}
