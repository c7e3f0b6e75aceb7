import type { KeptImport } from '../../../extension/storage/kept-import.ts';

/** A kept import, with the given changes. */
export function keptImport(change: Partial<KeptImport> = {}): KeptImport {
  return {
    id: 'k3v9x2a7',
    name: 'Diwali leads',
    fileName: 'Diwali leads.csv',
    fileBytes: 10_000_000,
    edition: 0,
    sent: null,
    sheet: null,
    workbook: null,
    template: { id: 't1', name: 'Diwali greeting' },
    rows: null,
    columns: {},
    delivery: 'auto',
    adjust: {},
    onlyNew: null,
    unlessChanged: false,
    override: null,
    step: 'columns',
    keptAt: 1_000,
    discardedAt: null,
    worker: '',
    press: null,
    upload: { step: 'draft' },
    ...change,
  };
}

export function working(
  task: 'opening' | 'locating' | 'sending' | 'checking' | 'launching',
  offset = 0,
): KeptImport['upload'] {
  return { step: 'working', task, offset, failures: 0, retryAt: null, fault: null };
}
