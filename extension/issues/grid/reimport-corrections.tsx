import { useSignal } from '@preact/signals';
import { assertNever } from '../../../shared/result.ts';
import type { ReturnedFault } from '../../../shared/contacts/returned-rows.ts';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { openSpreadsheet } from '../../spreadsheet/open-spreadsheet.ts';
import { isWorkbook, kindOf } from '../../spreadsheet/spreadsheet-kind.ts';
import { spreadsheetSentence } from '../../spreadsheet/spreadsheet-sentence.ts';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';

interface Told {
  readonly tone: 'good' | 'danger';
  readonly text: string;
}

/** Reads back the downloaded rows after they were corrected in a spreadsheet and saved as CSV or workbook. */
export function ReimportCorrections({ session, numberHeading }: { session: IssueSession; numberHeading: string }) {
  const busy = useSignal(false);
  const told = useSignal<Told | null>(null);

  async function merge(file: Blob): Promise<Told> {
    const csv = await toCsv(file);
    if ('text' in csv) return csv;
    const merged = await session.merge(csv.csv, words.issues.lineHeadings);
    if (merged === null) return { tone: 'danger', text: words.issues.notKept };
    if (!merged.ok) return { tone: 'danger', text: returnedSentence(merged.error) };
    return { tone: 'good', text: words.issues.merged(merged.value.summary) };
  }
  async function take(file: Blob | undefined): Promise<void> {
    if (file === undefined || busy.value) return;
    busy.value = true;
    told.value = null;
    told.value = await merge(file);
    busy.value = false;
  }
  return (
    <div class="stack issue-back">
      <label class="button button-plain issue-back-button">
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.numbers,text/csv"
          disabled={busy.value}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // the same file may come again, corrected further
          }}
        />
        <Icon name="upload" />
        {busy.value ? words.issues.puttingBack : words.issues.reimport}
      </label>
      <p class="small soft">{words.issues.putBackNote(numberHeading)}</p>
      {told.value === null ? null : (
        <Notice tone={told.value.tone} alert>
          {told.value.text}
        </Notice>
      )}
    </div>
  );
}

async function toCsv(file: Blob): Promise<{ csv: Blob } | Told> {
  const kind = await kindOf(file);
  if (kind === undefined || !isWorkbook(kind)) return { csv: file };
  const opened = await openSpreadsheet(file);
  if (!opened.ok) return { tone: 'danger', text: spreadsheetSentence(opened.error) };
  const converted = await opened.value.toCsv(opened.value.usual, { rows: false, columns: false });
  opened.value.close();
  return converted.ok ? { csv: converted.value } : { tone: 'danger', text: spreadsheetSentence(converted.error) };
}

function returnedSentence(fault: ReturnedFault): string {
  switch (fault.code) {
    case 'no_line_column':
      return words.issues.noLineColumn;
    case 'number_heading_gone':
      return words.issues.numberHeadingGone(fault.wanted);
    case 'unreadable_return':
      return words.issues.unreadableReturn(fault.fault);
    default:
      return assertNever(fault);
  }
}
