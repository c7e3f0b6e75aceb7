import { formatCount } from '../words/format-number.ts';
import type { BarPart } from './stacked-bar.tsx';
import './legend.css';

interface Props {
  parts: readonly BarPart[];
  total?: { label: string; count: number };
  /** One below the other, as a sum is written. */
  column?: boolean;
}

/** What the colours of a bar mean, with the counts they stand for; `total` shows that they add up. */
export function Legend({ parts, total, column }: Props) {
  return (
    <dl class={`legend${column ? ' legend-column' : ''}`}>
      {parts.map(({ key, label, count }) => (
        <div key={key} class={count === 0 ? 'legend-none' : undefined}>
          <dt>
            <span class={`legend-swatch part-${key}`} aria-hidden="true" />
            {label}
          </dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
      {total ? (
        <div class="legend-total">
          <dt>{total.label}</dt>
          <dd>{formatCount(total.count)}</dd>
        </div>
      ) : null}
    </dl>
  );
}
