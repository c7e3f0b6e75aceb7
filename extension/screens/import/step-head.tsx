import type { ComponentChildren } from 'preact';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { chosenBytesOf, correctedRowsOf } from '../../state/draft/sent-file.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { formatBytes } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { WorkbookNotes } from './workbook-notes.tsx';

/** What this step asks, and of which file. */
export function StepHead({ kept, children }: { kept: KeptImport; children: ComponentChildren }) {
  const corrected = correctedRowsOf(kept);
  return (
    <header class="step-head">
      <ScreenTitle>{children}</ScreenTitle>
      <p class="small soft">
        {kept.sheet === null ? kept.fileName : words.spreadsheets.ofSheet(kept.fileName, kept.sheet)} ·{' '}
        {formatBytes(chosenBytesOf(kept))}
        {corrected === 0 ? null : ` · ${words.issues.correctedRows(corrected)}`}
      </p>
      {kept.workbook === null ? null : <WorkbookNotes facts={kept.workbook} />}
    </header>
  );
}
