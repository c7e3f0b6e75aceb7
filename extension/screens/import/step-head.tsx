import type { ComponentChildren } from 'preact';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { chosenBytesOf } from '../../state/draft/sent-file.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { formatBytes } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { useCorrectedRows } from './use-corrected-rows.ts';
import { WorkbookNotes } from './workbook-notes.tsx';

interface Props {
  kept: KeptImport;
  /** Which is which, where rows of an earlier visit may be corrected that are not sent yet. */
  columns?: ColumnChoice | null;
  children: ComponentChildren;
}

/** What this step asks, and of which file. */
export function StepHead({ kept, columns = null, children }: Props) {
  const corrected = useCorrectedRows(kept, columns);
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
