import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { fileFaultSentence } from '../../../shared/contacts/file-fault.ts';
import { Notice } from '../../components/notice.tsx';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { ColumnPicker } from './column-picker.tsx';

/** Why the whole file cannot be used; where choosing a column would help, the choice. */
export function CheckFault({ kept, fault }: { kept: KeptImport; fault: FileFault | null }) {
  const headings =
    fault?.code === 'no_number_column' || fault?.code === 'column_not_found' ? fault.headings : ([] as const);
  return (
    <>
      <Notice tone="danger" title={words.check.faultHeading} alert>
        {fault ? fileFaultSentence(fault) : words.check.unreadable}
      </Notice>
      {headings.length > 0 ? (
        <ColumnPicker kept={kept} headings={headings} chosen={null} header={kept.columns.header ?? true} samples={[]} />
      ) : null}
    </>
  );
}
