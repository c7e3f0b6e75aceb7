import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { formatRoute } from '../../state/route.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';

/** Who is not called, by reason, with a link to these rows. */
export function SkippedRows({ id, rows, channel }: { id: string; rows: CheckSummary['rows']; channel: Channel }) {
  const skipped = rows.total - rows.accepted;
  const reasons = [
    [words.check.duplicate, rows.duplicate],
    [words.check.invalid, rows.invalid],
    [words.check.blank, rows.blank],
    [words.check.suppressed, rows.suppressed],
    [words.check.calledRecently[channel], rows.called_recently],
  ] as const;
  if (skipped === 0) return <p class="small soft">{words.confirm.skippedNone}</p>;
  return (
    <section class="card stack" aria-labelledby="skipped">
      <div class="row">
        <h2 id="skipped">{words.confirm.skippedHeading(skipped)}</h2>
        <a class="push small" href={formatRoute({ screen: 'step', id, step: 'check' })}>
          {words.confirm.seeRows}
        </a>
      </div>
      <dl class="skipped">
        {reasons.map(([label, count]) =>
          count > 0 ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatCount(count)}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
