import type { HelpTopic } from '../words/en/help.ts';
import { useHelp } from './help.tsx';
import './facts.css';

export type Fact = readonly [label: string, value: string, help?: HelpTopic];

/** Labelled values, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <FactLine key={fact[0]} fact={fact} />
      ))}
    </dl>
  );
}

function FactLine({ fact: [label, value, about] }: { fact: Fact }) {
  const { button, answer } = useHelp(about);
  return (
    <div>
      <dt>
        {label} {button}
      </dt>
      <dd>{value}</dd>
      {answer ? (
        <dd class="help-answer" id={answer.id}>
          {answer.text}
        </dd>
      ) : null}
    </div>
  );
}
