import type { KeptImport } from '../../storage/kept-import.ts';

/** The size of the chosen file, whatever version of it is sent. */
export function chosenBytesOf({ sent, fileBytes }: Pick<KeptImport, 'sent' | 'fileBytes'>): number {
  return sent?.corrected?.chosenBytes ?? fileBytes;
}

/** Number of corrected rows that are sent; 0 while that is not known for all corrections. */
export function correctedRowsOf({ edition, sent }: Pick<KeptImport, 'edition' | 'sent'>): number {
  return sent?.edition === edition ? (sent.corrected?.rows ?? 0) : 0;
}
