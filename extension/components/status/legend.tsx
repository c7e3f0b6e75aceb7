import { useSignal } from '@preact/signals';
import { Button } from '../button.tsx';
import type { HelpTopic } from '../../words/en/help.ts';
import { formatCount } from '../../words/format-number.ts';
import { useHelp } from '../help.tsx';
import type { BarPart } from './stacked-bar.tsx';
import './legend.css';

interface Props {
  parts: readonly BarPart[];
  total?: { label: string; count: number };
  /** Entries below one another, like a written sum. */
  column?: boolean;
  /** The text of the button that shows all empty parts, if there are several. */
  zeros?: (count: number) => string;
}

/** What the colours of a bar mean, with their counts; `total` shows that they add up. */
export function Legend({ parts, total, column, zeros }: Props) {
  const isOpen = useSignal(false);
  const empty = parts.filter(({ count }) => count === 0);
  const isFolded = zeros !== undefined && empty.length > 1;
  const shown = isFolded && !isOpen.value ? parts.filter(({ count }) => count > 0) : parts;
  return (
    <>
      <dl class={`legend${column ? ' legend-column' : ''}`}>
        {shown.map((part) => (
          <LegendLine key={part.key} part={part} />
        ))}
        {total ? (
          <div class="legend-total">
            <dt>{total.label}</dt>
            <dd>{formatCount(total.count)}</dd>
          </div>
        ) : null}
      </dl>
      {isFolded ? (
        <Button look="quiet" expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          {zeros(empty.length)}
        </Button>
      ) : null}
    </>
  );
}

/** Parts whose name needs an explanation, once they are not empty. */
const QUESTIONS: Readonly<Record<string, HelpTopic>> = { dnd: 'dnd', unaccounted: 'unaccounted' };

function LegendLine({ part: { key, label, count } }: { part: BarPart }) {
  const { button, answer } = useHelp(count > 0 ? QUESTIONS[key] : undefined);
  return (
    <div class={count === 0 ? 'legend-none' : answer ? 'legend-asked' : undefined}>
      <dt>
        <span class={`legend-swatch part-${key}`} aria-hidden="true" />
        {label} {button}
      </dt>
      <dd>{formatCount(count)}</dd>
      {answer ? (
        <dd class="help-answer" id={answer.id}>
          {answer.text}
        </dd>
      ) : null}
    </div>
  );
}
