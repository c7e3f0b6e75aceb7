import { MAX_UNSEEN_INVALID_SHARE } from '../../../shared/extension-limits.ts';
import type { CheckSummary, ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import type { KeptStep } from '../../storage/kept-import.ts';
import type { RememberedChoices } from '../../storage/remembered-columns.ts';
import type { FileCheckState } from './create-file-check.ts';
import type { FileColumnsState } from './create-file-columns.ts';
import type { ColumnMap } from './map-columns.ts';
import { checkReason, columnsReason } from './step-reason.ts';

interface Known {
  readonly columns: FileColumnsState;
  readonly map: ColumnMap | null;
  readonly check: FileCheckState;
  /** The Worker is being asked who must not be called. */
  readonly isScreening: boolean;
  /** The choices that the above follows from. */
  readonly chosen: ColumnChoice | null;
  /** Those that are kept. */
  readonly kept: ColumnChoice;
  /** Those of the last file with these headings: they are kept for this one too, before anything is decided. */
  readonly last: RememberedChoices | null;
}

/**
 * Which step of a new file needs a person: its columns, its rows, or none before Start. Null until that is known.
 * Columns are skipped only if a person has decided these headings before; otherwise they are new to somebody.
 */
export function firstStep({
  columns,
  map,
  check,
  isScreening,
  chosen,
  kept,
  last,
}: Known): Exclude<KeptStep, 'file'> | null {
  const isOfLastFile = last === null || Object.keys(kept).length > 0;
  if (!isOfLastFile || chosen !== kept) return null;
  const unsettled = columnsReason(columns, map);
  if (unsettled?.code === 'reading') return null;
  if (unsettled !== null || columns.state !== 'read' || map === null) return 'columns';
  if (!isAsLastTime(map) || columns.columns.letterDoubt !== null) return 'columns';
  const unchecked = checkReason(check);
  if (unchecked?.code === 'reading' || isScreening) return null;
  if (unchecked !== null || check.state !== 'checked') return 'check';
  return needsLook(check.checked.summary, map) ? 'check' : 'confirm';
}

function isAsLastTime({ number, variables }: ColumnMap): boolean {
  return [number, ...variables].every(({ source }) => source === 'last_time');
}

function needsLook({ rows, otherTables, variables }: CheckSummary, map: ColumnMap): boolean {
  if (otherTables.length > 0 || rows.invalid > rows.total * MAX_UNSEEN_INVALID_SHARE) return true;
  return variables.some(({ name, missing, shortened }) => {
    const said = map.variables.find((one) => one.name === name);
    return shortened > 0 || (missing > 0 && said?.fallback == null && said?.leaveOut !== true);
  });
}
