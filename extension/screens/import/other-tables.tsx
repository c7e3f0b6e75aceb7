import type { OtherTable } from '../../../shared/contacts/other-table.ts';
import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Headings that come again below: the rows under them were read by the columns above. */
export function OtherTables({ tables }: { tables: readonly OtherTable[] }) {
  return (
    <>
      {tables.map(({ line, headings }) => (
        <Notice key={line} tone="warn">
          {words.columns.otherTable(
            line,
            headings.filter((heading) => heading.trim() !== ''),
          )}
        </Notice>
      ))}
    </>
  );
}
