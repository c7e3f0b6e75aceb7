import type { Preview } from '../../shared/protocol/import.ts';
import type { CheckRequest, ImportAgain, OpenImport } from '../../shared/protocol/import-requests.ts';

export const IMPORT_EXAMPLES: Readonly<Record<string, OpenImport | ImportAgain>> = {
  'Open a resumable upload': { template: 'diwali', fileName: 'leads.csv', fileBytes: 1_048_576 },
  'Call those again who did not answer': {
    template: 'diwali',
    from: { import: 'k3v9x2a7', outcomes: ['no_answer', 'busy'], keys: [] },
    name: 'Diwali leads, second round',
    id: 'k3v9x2a7-again',
  },
};

export const CHECK_EXAMPLES: Readonly<Record<string, CheckRequest>> = {
  'Choose the columns': { columns: { number: 'Mobile', variables: { Name: 'Customer', 'Order ID': 4 } } },
  'Send the numbers as lists': { delivery: 'lists' },
};

export const PREVIEW_EXAMPLES: Readonly<Record<string, Preview>> = {
  'A value is missing': {
    line: 14,
    number: '+919876543210',
    channel: 'voice',
    callerId: '08088919888',
    text: 'Hi @@Name, your order @@Order ID is on its way.',
    parts: [
      { kind: 'text', text: 'Hi ' },
      { kind: 'variable', name: 'Name', value: 'Asha' },
      { kind: 'text', text: ', your order ' },
      { kind: 'variable', name: 'Order ID', value: '' },
      { kind: 'text', text: ' is on its way.' },
    ],
    missing: ['Order ID'],
    shortened: [],
    row: { Name: 'Asha', Mobile: '98765 43210', 'Order ID': '' },
  },
};
