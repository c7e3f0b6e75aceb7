import type { RowCounts } from '../../../shared/contacts/bins.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import type { IssueSessionState } from '../../issues/create-issue-session.ts';
import type { KeptStep } from '../../storage/kept-import.ts';
import type { FileCheckState } from './create-file-check.ts';
import type { FileColumnsState } from './create-file-columns.ts';
import { unmapped } from './map-columns.ts';
import type { ColumnMap } from './map-columns.ts';

/** Why the person cannot go on from a step. */
export type StepReason =
  | { readonly code: 'reading' }
  | { readonly code: 'file_fault' }
  | { readonly code: 'no_number_column' }
  | { readonly code: 'unmapped'; readonly variables: readonly string[] }
  | { readonly code: 'nobody' };

/** What is missing about the columns; null if every needed one is known. */
export function columnsReason(columns: FileColumnsState, map: ColumnMap | null): StepReason | null {
  if (columns.state === 'fault' || columns.state === 'unreadable') return { code: 'file_fault' };
  if (columns.state === 'reading' || map === null) return { code: 'reading' };
  if (map.number.column === null) return { code: 'no_number_column' };
  const variables = unmapped(map);
  return variables.length > 0 ? { code: 'unmapped', variables } : null;
}

/** Why the check step cannot be passed; null if there is somebody to call. `rows` includes corrections. */
export function checkReason(check: FileCheckState, rows: Readonly<RowCounts> | null = null): StepReason | null {
  if (check.state === 'fault' || check.state === 'unreadable') return { code: 'file_fault' };
  if (check.state !== 'checked') return { code: 'reading' };
  return (rows ?? check.checked.summary.rows).accepted === 0 ? { code: 'nobody' } : null;
}

/** The first step that is known to lack something, whichever is shown; null while none is. */
export function lackingStep(columns: FileColumnsState, map: ColumnMap | null, check: FileCheckState): KeptStep | null {
  if (columns.state === 'fault' || columns.state === 'unreadable') return 'file';
  if ((columnsReason(columns, map)?.code ?? 'reading') !== 'reading') return 'columns';
  if (check.state === 'fault') return isOfColumns(check.fault) ? 'columns' : 'file';
  if (check.state === 'unreadable') return 'file';
  return checkReason(check)?.code === 'nobody' ? 'check' : null;
}

/** Whether a fault is mended by saying which column is which. */
export function isOfColumns({ code }: FileFault): boolean {
  return COLUMN_FAULTS.has(code);
}

const COLUMN_FAULTS: ReadonlySet<FileFault['code']> = new Set<FileFault['code']>([
  'no_number_column',
  'column_not_found',
  'column_ambiguous',
  'variable_not_found',
  'variable_ambiguous',
]);

/** What keeps rows that may be corrected from being passed: who is called is known once the corrections are read. */
export function rowsReason(rows: IssueSessionState | null): StepReason | null {
  if (rows === null || rows.state === 'reading') return { code: 'reading' };
  return rows.state === 'ready' ? null : { code: 'file_fault' };
}
