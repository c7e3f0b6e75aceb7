import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { correctedRowsOf } from '../../state/draft/sent-file.ts';
import { createCorrectionStore } from '../../storage/corrections.ts';
import { isSettled, sentFrom } from '../../storage/kept-import.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

/**
 * Rows that are sent corrected under these columns: counted in what is sent once that is made, before that in what is kept of
 * an earlier visit. 0 until it is known.
 */
export function useCorrectedRows(kept: KeptImport, columns: ColumnChoice | null): number {
  const read = useSignal<{ readonly of: string; readonly rows: number } | null>(null);
  const isMade = columns !== null && isSettled(kept, columns);
  const column = isMade || typeof columns?.number !== 'number' ? null : sentFrom(kept.edition, columns);
  const key = column === null ? '' : JSON.stringify([kept.id, column]);
  useEffect(() => {
    if (column === null) return;
    void createCorrectionStore(kept.id, () => {})
      .read(column)
      .then(({ changes }) => (read.value = { of: key, rows: changes.length }))
      .catch(() => undefined); // said of the check as well, where it is read again
  }, [key]);
  if (key !== '') return read.value?.of === key ? read.value.rows : 0;
  return correctedRowsOf(kept);
}
