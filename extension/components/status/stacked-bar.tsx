import './stacked-bar.css';

export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Shares of a whole, side by side. They are described in `summary` and in a legend, because colour must not be the only
 * sign.
 */
export function StackedBar({ parts, summary, thin }: { parts: readonly BarPart[]; summary: string; thin?: boolean }) {
  return (
    <div class={`bar${thin ? ' bar-thin' : ''}`} role="img" aria-label={summary}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, label, count }) => (
          <span key={key} class={`bar-part part-${key}`} style={{ flexGrow: count }} title={label} />
        ))}
    </div>
  );
}
