import type { ComponentChildren } from 'preact';
import { ScreenTitle } from '../../components/screen-title.tsx';
import type { KeptImport } from '../../storage/kept-import.ts';
import { formatBytes } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { WorkbookNotes } from './workbook-notes.tsx';

/** What this step asks, and of which file. */
export function StepHead({ kept, children }: { kept: KeptImport; children: ComponentChildren }) {
  return (
    <header class="step-head">
      <ScreenTitle>{children}</ScreenTitle>
      <p class="small soft">
        {kept.sheet === null ? kept.fileName : words.spreadsheets.ofSheet(kept.fileName, kept.sheet)} ·{' '}
        {formatBytes(kept.fileBytes)}
      </p>
      {kept.workbook === null ? null : <WorkbookNotes facts={kept.workbook} />}
    </header>
  );
}
