import type { RowIssue } from '../contacts/issue.ts';
import type { RowVerdicts } from '../contacts/cells/row-verdicts.ts';

/** Why a valid number is not called; null if it is called. */
export type ScreenNumber = (number: number) =>
  | (Pick<RowIssue, 'reason'> & {
      readonly code: 'suppressed' | 'called_recently';
    })
  | null;

/** Lines whose text was erased after they were accepted, each with how many contacts it was. */
type ErasedLines = ReadonlyMap<number, number>;

export interface LeftOut {
  readonly screen?: ScreenNumber | undefined;
  readonly erased?: ErasedLines | undefined;
  /** Numbers that a row of the file says not to call, found by an earlier reading. */
  readonly asked?: readonly number[] | undefined;
  /**
   * This reading's verdicts, for a second reading of the same bytes with the same settings except for who is left out.
   */
  readonly verdicts?: RowVerdicts | undefined;
  /** The verdicts of such an earlier reading. */
  readonly known?: RowVerdicts | undefined;
}

/** Stands in for an erased person; no real number is negative. */
export const ERASED_NUMBER = -1;
