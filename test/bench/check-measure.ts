/**
 * One measurement in a process of its own, so that no contender inherits another's heap: `node check-measure.ts <what>
 * <file>` prints a line of JSON. Run with --expose-gc.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import Papa from 'papaparse';
import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import type { CheckSink } from '../../shared/contacts/check-contacts.ts';
import type { LeftOut } from '../../shared/people/left-out.ts';
import { checkScreened, fullRoom, type Room } from './screened-check.ts';

const RUNS = 4;
const SCREENED_RUNS = 3;
const PIECE_BYTES = 256 * 1024;
const NUMBER_COLUMN = 1;

/**
 * Milliseconds of processor time of each run except the first, which warms up the runtime; and bytes above what the
 * idle process takes.
 */
export interface Measured {
  readonly runs: number[];
  readonly rows: number;
  readonly peakBytes: number;
  /** Rows by result: E.164 digits, or a code. Only if asked for. */
  readonly verdicts?: string[];
}

/** Processor time, so that other work on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function checkFile(path: string, sink: CheckSink, afterPiece: () => void, leftOut: LeftOut = {}): number {
  const check = createContactCheck({ country: 'IN', ...leftOut }, sink);
  const file = openSync(path, 'r');
  const piece = new Uint8Array(PIECE_BYTES);
  for (;;) {
    const bytes = readSync(file, piece);
    if (bytes === 0) break;
    check.push(piece.subarray(0, bytes));
    afterPiece();
  }
  closeSync(file);
  const summary = check.finish();
  if (!summary.ok) throw new Error(summary.error.code);
  return summary.value.rows.total;
}

/** From the file's bytes on disk to bins. */
function ours(path: string): Measured {
  const nothing: CheckSink = { accepted: () => undefined, issue: () => undefined };
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  let rows = 0;
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = cpuMs();
    rows = checkFile(path, nothing, () => {
      if (run === 0) peak = Math.max(peak, process.memoryUsage.rss());
    });
    runs.push(cpuMs() - started);
  }
  return { runs: runs.slice(1), rows, peakBytes: peak - idle };
}

/** From the file's bytes on disk to rows, by the call its documentation begins with. */
function papaparse(path: string): Measured {
  return timed(() => Papa.parse(readFileSync(path, 'utf8')).data.length);
}

/** The same a row at a time, none of them kept: the leanest there is, which its documentation advises for huge files. */
function papaparseStepping(path: string): Measured {
  return timed(() => {
    let rows = 0;
    Papa.parse(readFileSync(path, 'utf8'), {
      step: () => {
        rows++;
      },
    });
    return rows;
  });
}

/** Its count of rows includes the header and the empty text after the last newline. */
function timed(countRows: () => number): Measured {
  const runs: number[] = [];
  let rows = 0;
  for (let run = 0; run < RUNS; run++) {
    const started = cpuMs();
    rows = countRows() - 2;
    runs.push(cpuMs() - started);
  }
  return { runs: runs.slice(1), rows, peakBytes: 0 };
}

/** What most would write: papaparse, then libphonenumber for every row and a set of the numbers seen. */
function papaparseAndLibrary(path: string): Measured {
  const verdicts: string[] = [];
  const seen = new Set<string>();
  const started = cpuMs();
  Papa.parse<string[]>(readFileSync(path, 'utf8'), {
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
    step: ({ data }) => {
      const number = parsePhoneNumberFromString(data[NUMBER_COLUMN]?.trim() ?? '', {
        defaultCountry: 'IN',
        extract: false,
      });
      const isValid = number?.isValid() === true;
      verdicts.push(!isValid ? 'invalid' : seen.has(number.number) ? 'duplicate' : number.number.slice(1));
      if (isValid) seen.add(number.number);
    },
  });
  const runs = [cpuMs() - started];
  return { runs, rows: verdicts.length - 1, peakBytes: 0, verdicts: verdicts.slice(1) };
}

function oursInVerdicts(path: string): Measured {
  const verdicts: string[] = [];
  const started = cpuMs();
  const rows = checkFile(
    path,
    { accepted: (number) => verdicts.push(String(number)), issue: ({ code }) => verdicts.push(code) },
    () => undefined,
  );
  return { runs: [cpuMs() - started], rows, peakBytes: 0, verdicts };
}

/** With screening: against a million suppressions and a week of a million calls a day. */
function oursScreened(path: string): Measured {
  const runs: number[] = [];
  let rows = 0;
  let room: Room | null = null;
  // The people room's data is made before measuring, because making it is not part of a check; this also warms it up.
  checkScreened(
    (sink, leftOut) => checkFile(path, sink, () => undefined, leftOut),
    (numbers) => (room = fullRoom(numbers)),
  );
  for (let run = 0; run < SCREENED_RUNS; run++) {
    const started = cpuMs();
    const done = checkScreened(
      (sink, leftOut) => checkFile(path, sink, () => undefined, leftOut),
      (numbers) => room ?? fullRoom(numbers),
    );
    runs.push(cpuMs() - started);
    if (done.leftOut === 0) throw new Error('Nobody was left out');
    rows = done.rows;
  }
  return { runs, rows, peakBytes: 0 };
}

const MEASUREMENTS = { ours, oursScreened, papaparse, papaparseStepping, papaparseAndLibrary, oursInVerdicts };

export type Measurement = keyof typeof MEASUREMENTS;

const [what = '', path = ''] = process.argv.slice(2);
for (const [name, measure] of Object.entries(MEASUREMENTS))
  if (name === what) console.log(JSON.stringify(measure(path)));
