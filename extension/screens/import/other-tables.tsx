import type { OtherTable } from '../../../shared/contacts/other-table.ts';
import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Headings that occur again further down: the rows below them were read with the columns above. */
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
