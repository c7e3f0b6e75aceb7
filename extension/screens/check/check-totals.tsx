import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { Legend } from '../../components/status/legend.tsx';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import './check-totals.css';

/** Every row of the file in exactly one place, and the sum to check it by. */
export function CheckTotals({ rows, channel = 'voice' }: { rows: CheckSummary['rows']; channel?: Channel }) {
  const parts = [
    { key: 'accepted', label: words.check.acceptedOf[channel], count: rows.accepted },
    { key: 'duplicate', label: words.check.duplicate, count: rows.duplicate },
    { key: 'invalid-row', label: words.check.invalid, count: rows.invalid },
    { key: 'blank', label: words.check.blank, count: rows.blank },
    { key: 'suppressed', label: words.check.suppressed, count: rows.suppressed },
    { key: 'called_recently', label: words.check.calledRecently[channel], count: rows.called_recently },
  ];
  const summary = parts.map(({ label, count }) => `${label} ${formatCount(count)}`).join(', ');
  return (
    <section class="card stack check-totals" aria-labelledby="totals">
      <h2 id="totals" class="check-truth">
        <span class="check-big">
          {rows.accepted === 0 ? words.check.nobody : words.check.willBeCalled(rows.accepted, channel)}
        </span>{' '}
        <span class="soft">{words.check.outOf(rows.total)}</span>
      </h2>
      <StackedBar parts={parts} summary={summary} />
      <Legend column parts={parts} total={{ label: words.check.rowsTotal, count: rows.total }} />
    </section>
  );
}
