import { useId } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { FIRST_STEPS, stepsDone } from '../../state/first-steps.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import './first-steps.css';

/** The steps to the first call, ticked automatically; hidden once they are done or dismissed. */
export function FirstSteps() {
  const { connection, hideGuide, imports, kept, templates } = useApp();
  const id = useId();
  const [ours, theirs] = [known(templates.loadable.value), known(imports.loadable.value)];
  // Waits for all answers, so that nothing appears and disappears again.
  if (ours === null || theirs === null || kept.value === null) return null;
  const done = stepsDone({
    isConnected: connection.account.loadable.value.state === 'ready',
    templates: ours.items.length,
    kept: kept.value,
    imports: theirs.items,
  });
  if (done.size === FIRST_STEPS.length) return null;
  const next = FIRST_STEPS.find((step) => !done.has(step));
  return (
    <section class="card first-steps" aria-labelledby={id}>
      <div class="row">
        <h2 id={id}>{words.guide.title}</h2>
        <span class="small soft">{words.guide.lead(done.size, FIRST_STEPS.length)}</span>
      </div>
      <ol class="first-steps-list">
        {FIRST_STEPS.map((step, index) => (
          <li
            key={step}
            class={done.has(step) ? 'first-step-done' : undefined}
            aria-current={step === next ? 'step' : undefined}
          >
            <span class="first-step-mark" aria-hidden="true">
              {done.has(step) ? <Icon name="tick" size={14} /> : index + 1}
            </span>
            <span>
              <strong>{words.guide.steps[step].title}</strong>
              {done.has(step) ? <span class="visually-hidden"> ({words.guide.done})</span> : null}
              <span class="first-step-note">{words.guide.steps[step].note}</span>
            </span>
          </li>
        ))}
      </ol>
      <div class="first-steps-hide">
        <Button look="quiet" onClick={() => void hideGuide()}>
          {words.guide.hide}
        </Button>
      </div>
    </section>
  );
}
