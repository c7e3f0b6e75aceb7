import { signal } from '@preact/signals';
import type { CheckSettings } from '../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import { assertNever } from '../../shared/result.ts';
import type { CheckedFile, CheckJob, CheckMessage } from '../checking/check-messages.ts';

export type FileCheckState =
  /** Not begun: which column is which is not settled. */
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly bytes: number }
  | { readonly state: 'checked'; readonly checked: CheckedFile }
  | { readonly state: 'fault'; readonly fault: FileFault }
  | { readonly state: 'unreadable' };

export type StartCheck = (job: CheckJob, heard: (message: CheckMessage) => void) => () => void;

export type FileCheck = ReturnType<typeof createFileCheck>;

/** The check of one file: run again whenever the settings change, the run before it ended at once. */
export function createFileCheck(file: Blob, startCheck: StartCheck) {
  const state = signal<FileCheckState>({ state: 'waiting' });
  const writing = signal(false);
  let endCheck = () => {};
  let endWriting = () => {};
  let settings: CheckSettings | null = null;

  function end(): void {
    endCheck();
    endWriting();
    writing.value = false;
  }

  return {
    state,
    /** Whether the file of rejected rows is being written. */
    writing,
    run(next: CheckSettings): void {
      end();
      settings = next;
      state.value = { state: 'reading', bytes: 0 };
      endCheck = startCheck({ job: 'check', file, settings }, (message) => {
        state.value = toState(message) ?? state.value;
      });
    },
    /** Hands over every row that is not called, as CSV; null when the file cannot be read any more. */
    writeRejected(finished: (csv: Blob | null) => void): void {
      if (!settings || writing.value) return;
      writing.value = true;
      endWriting = startCheck({ job: 'write_rejected', file, settings }, (message) => {
        if (message.type === 'progress') return;
        writing.value = false;
        finished(message.type === 'rejected' ? message.csv : null);
      });
    },
    /** Back to the beginning, until it is run again. */
    wait(): void {
      end();
      settings = null;
      state.value = { state: 'waiting' };
    },
    stop: end,
  };
}

function toState(message: CheckMessage): FileCheckState | null {
  switch (message.type) {
    case 'progress':
      return { state: 'reading', bytes: message.bytes };
    case 'checked':
      return { state: 'checked', checked: message.checked };
    case 'fault':
      return { state: 'fault', fault: message.fault };
    case 'unreadable':
      return { state: 'unreadable' };
    case 'rejected':
    case 'sniffed':
    case 'previewed':
      return null;
    default:
      return assertNever(message);
  }
}
