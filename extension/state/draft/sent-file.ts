import type { KeptImport } from '../../storage/kept-import.ts';

/** Of the file that was chosen, whatever is sent of it. */
export function chosenBytesOf({ sent, fileBytes }: Pick<KeptImport, 'sent' | 'fileBytes'>): number {
  return sent?.corrected?.chosenBytes ?? fileBytes;
}

/** Rows that are sent corrected; 0 while that is not known for every correction there is. */
export function correctedRowsOf({ edition, sent }: Pick<KeptImport, 'edition' | 'sent'>): number {
  return sent?.edition === edition ? (sent.corrected?.rows ?? 0) : 0;
}
