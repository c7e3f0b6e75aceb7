import { signal } from '@preact/signals';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { assertNever } from '../../../shared/result.ts';
import type { CheckedFile, CheckJob, CheckMessage } from '../../checking/check-messages.ts';

export type FileCheckState =
  /** Not begun, because the columns are not decided yet. */
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly bytes: number }
  | { readonly state: 'checked'; readonly checked: CheckedFile }
  | { readonly state: 'fault'; readonly fault: FileFault }
  | { readonly state: 'unreadable' };

export type StartCheck = (job: CheckJob, heard: (message: CheckMessage) => void) => () => void;

/** The check of one file. It starts again whenever the settings change, and ends the run before at once. */
export function createFileCheck(startCheck: StartCheck) {
  const state = signal<FileCheckState>({ state: 'waiting' });
  let end = () => {};

  return {
    state,
    /** `heard` gets the accepted numbers; null if nobody wants them. */
    run(
      file: Blob,
      settings: CheckSettings,
      isMessage: boolean,
      heard: ((numbers: Uint8Array<ArrayBuffer>) => void) | null = null,
    ): void {
      end();
      state.value = { state: 'reading', bytes: 0 };
      end = startCheck({ job: 'check', file, settings, isMessage, gathers: heard !== null }, (message) => {
        state.value = toState(message) ?? state.value;
        if (message.type === 'checked' && message.numbers !== null) heard?.(message.numbers);
      });
    },
    /** Back to the beginning, until it is run again. */
    wait(): void {
      end();
      state.value = { state: 'waiting' };
    },
    /** The file is not what it should be, and reading it again would not help. */
    fail(): void {
      end();
      state.value = { state: 'unreadable' };
    },
    stop: () => end(),
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
    case 'sniffed':
    case 'corrected':
    case 'previewed':
      return null;
    default:
      return assertNever(message);
  }
}
