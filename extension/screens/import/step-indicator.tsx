import { Icon } from '../../components/icon.tsx';
import { IMPORT_STEPS } from '../../state/draft/import-step.ts';
import type { ImportStep } from '../../state/draft/import-step.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import './step-indicator.css';

interface Props {
  current: ImportStep;
  /** Steps before the current one are links; null while there is no import to link to. */
  id: string | null;
  /** The first step that something is missing on; null while nothing is known to be. */
  lacks?: ImportStep | null;
}

/** Where in the five steps one is; those done lead back to themselves. */
export function StepIndicator({ current, id, lacks = null }: Props) {
  const at = IMPORT_STEPS.indexOf(current);
  const doneTo = lacks === null ? at : Math.min(at, IMPORT_STEPS.indexOf(lacks));
  return (
    <nav aria-label={words.steps.label}>
      <ol class="steps">
        {IMPORT_STEPS.map((step, index) => {
          const state = index === at ? 'current' : index < doneTo ? 'done' : index < at ? 'open' : 'ahead';
          const shown = (
            <>
              <span class="steps-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="tick" size={14} /> : index + 1}
              </span>
              <span class="steps-name">{words.steps.names[step]}</span>
            </>
          );
          return (
            <li key={step} class={`steps-step steps-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
              {index < at && id !== null && step !== 'watch' ? (
                <a class="steps-link" href={formatRoute({ screen: 'step', id, step })}>
                  {shown}
                  {state === 'done' ? <span class="visually-hidden">({words.steps.done})</span> : null}
                </a>
              ) : (
                <span class="steps-link">{shown}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
