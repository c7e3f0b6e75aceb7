import type { RowIssue } from '../contacts/issue.ts';
import type { RowVerdicts } from '../contacts/cells/row-verdicts.ts';

/** Why a number that may be called in itself is not called; null where it is. */
export type ScreenNumber = (number: number) =>
  | (Pick<RowIssue, 'reason'> & {
      readonly code: 'suppressed' | 'called_recently';
    })
  | null;

/** Lines whose text was erased after they were accepted, and how many contacts each was. */
type ErasedLines = ReadonlyMap<number, number>;

export interface LeftOut {
  readonly screen?: ScreenNumber | undefined;
  readonly erased?: ErasedLines | undefined;
  /** Filled by this reading, for another of the same bytes with the same settings but for whom is left out. */
  readonly verdicts?: RowVerdicts | undefined;
  /** Of such a reading. */
  readonly known?: RowVerdicts | undefined;
}

/** In the place of a person who was erased: no number is below zero. */
export const ERASED_NUMBER = -1;
