import type { CallResult } from './outcome-script.ts';

/** One finished call, as call details show it: one per attempt. Instants in virtual milliseconds. */
export type CallRow = {
  readonly call: number;
  readonly numberIndex: number;
  readonly result: CallResult;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly digit: string | null;
  readonly recordingUrl: string;
};

/**
 * Finished calls of one campaign in the order they ended, so that a later page never shifts an earlier one when read
 * oldest first.
 */
export type CallLog = {
  readonly add: (row: CallRow) => void;
  /** Rows that ended by an instant. */
  readonly endedBy: (instant: number) => readonly CallRow[];
};

export function createCallLog(): CallLog {
  const rows: CallRow[] = [];
  return {
    add: (row) => {
      rows.push(row);
    },
    endedBy: (instant) => {
      const last = rows.at(-1);
      if (last === undefined || last.endedAt <= instant) return rows;
      const firstLate = rows.findIndex((row) => row.endedAt > instant);
      return rows.slice(0, firstLate);
    },
  };
}
