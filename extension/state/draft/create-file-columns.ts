import { signal } from '@preact/signals';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import type { FileColumns, SniffSettings } from '../../checking/check-messages.ts';
import type { StartCheck } from './create-file-check.ts';

export type FileColumnsState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly columns: FileColumns }
  | { readonly state: 'fault'; readonly fault: FileFault }
  | { readonly state: 'unreadable' };

/** The columns of one file, read from its beginning; read again when a person corrects what its first row is. */
export function createFileColumns(file: Blob, startCheck: StartCheck) {
  const state = signal<FileColumnsState>({ state: 'reading' });
  let end = () => {};
  return {
    state,
    read(settings: SniffSettings): void {
      end();
      // What is shown stays until the new result is there, so that nothing jumps.
      end = startCheck({ job: 'sniff', file, settings }, (message) => {
        if (message.type === 'sniffed') state.value = { state: 'read', columns: message.columns };
        else if (message.type === 'fault') state.value = { state: 'fault', fault: message.fault };
        else if (message.type === 'unreadable') state.value = { state: 'unreadable' };
      });
    },
    stop: () => end(),
  };
}
