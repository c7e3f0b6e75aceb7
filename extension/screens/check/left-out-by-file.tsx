import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { Notice } from '../../components/status/notice.tsx';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

/** How many people the file itself says not to call, and which columns say it; shows nothing if there are none. */
export function LeftOutByFile({ id, summary }: { id: string; summary: CheckSummary }) {
  const count = summary.issues.do_not_call ?? 0;
  if (count === 0) return null;
  const { headings } = summary.shape;
  return (
    <Notice
      tone="neutral"
      action={
        <a class="small" href={formatRoute({ screen: 'step', id, step: 'columns' })}>
          {words.check.changeColumns}
        </a>
      }
    >
      {words.check.leftOutByFile(
        count,
        summary.leftOutByColumn.map(({ column }) => headings[column] ?? ''),
      )}
    </Notice>
  );
}
