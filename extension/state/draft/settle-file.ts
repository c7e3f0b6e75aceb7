import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import type { LineValues, SniffSettings } from '../../checking/check-messages.ts';
import { isSettled, sentFrom } from '../../storage/kept-import.ts';
import type { CorrectionStore } from '../../storage/corrections.ts';
import type { KeptImports } from '../../storage/kept-imports.ts';
import type { StartCheck } from './create-file-check.ts';

export interface SettleDeps {
  readonly kept: Pick<KeptImports, 'read' | 'readFile' | 'readSent' | 'keepSent'>;
  readonly corrections: (id: string) => Pick<CorrectionStore, 'read'>;
  readonly startCheck: StartCheck;
}

/**
 * The file as it is sent: with all corrections for these columns. If needed it is written beside the chosen file, so
 * that the bytes that are counted are the bytes that are sent. Null if it cannot be read or stored.
 */
export async function settleFile(
  id: string,
  country: string,
  columns: ColumnChoice,
  deps: SettleDeps,
): Promise<Blob | null> {
  for (;;) {
    const kept = await deps.kept.read(id);
    const file = await deps.kept.readFile(id);
    if (kept === null || file === null) return null;
    if (isSettled(kept, columns)) return deps.kept.readSent(id);
    const { numberColumn, header } = sentFrom(kept.edition, columns);
    const { edition, changes } = await deps.corrections(id).read({ numberColumn, header });
    const corrected = changes.length === 0 ? file : await correct(file, { country, columns }, changes, deps.startCheck);
    if (corrected === null) return null;
    const corrections = changes.length === 0 ? {} : { corrected: { rows: changes.length, chosenBytes: file.size } };
    const sent = { edition, numberColumn, header, ...corrections };
    if (await deps.kept.keepSent(id, sent, corrected === file ? null : corrected)) return corrected;
    // More was corrected meanwhile, so it is made again. Or Start was pressed elsewhere, and then nothing is counted
    // any more.
    if ((await deps.kept.read(id))?.edition === edition) return null;
  }
}

function correct(
  file: Blob,
  settings: SniffSettings,
  corrections: LineValues,
  startCheck: StartCheck,
): Promise<Blob | null> {
  return new Promise((resolve) => {
    startCheck({ job: 'correct', file, settings, corrections }, (message) => {
      if (message.type !== 'progress') resolve(message.type === 'corrected' ? message.file : null);
    });
  });
}
