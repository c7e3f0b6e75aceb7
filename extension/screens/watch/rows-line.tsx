import type { RowCounts } from '../../../shared/contacts/bins.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';

/** The sum over the file: the rows called, and those that were not. */
export function RowsLine({ rows, channel }: { rows: RowCounts; channel: Channel }) {
  const parts = [
    [rows.accepted, words.check.acceptedOf[channel]],
    [rows.duplicate, words.watch.duplicates(rows.duplicate)],
    [rows.invalid, words.check.invalid],
    [rows.blank, words.check.blank],
    ...(rows.suppressed > 0 ? [[rows.suppressed, words.check.suppressed] as const] : []),
    ...(rows.called_recently > 0 ? [[rows.called_recently, words.check.calledRecently[channel]] as const] : []),
  ] as const;
  return (
    <p class="rows-line small">
      <span>{`${words.watch.rows(rows.total)} =`}</span>
      {parts.map(([count, label], index) => (
        <span key={label}>
          {index > 0 ? '+ ' : ''}
          <strong>{formatCount(count)}</strong> {label.toLowerCase()}
        </span>
      ))}
    </p>
  );
}
