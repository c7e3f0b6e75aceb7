import { useId } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { KeptStep } from '../../storage/kept-import.ts';
import { formatRoute } from '../../state/route.ts';
import type { StepReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { stepSentence } from './step-sentence.ts';
import './step-bar.css';

interface Props {
  id: string;
  back?: KeptStep;
  next: KeptStep;
  /** Why Next is grey; shown beside it. */
  reason: StepReason | null;
  busy?: boolean;
  onNext: () => void;
}

/** Back and Next, at the bottom of every step but the last. */
export function StepBar({ id, back, next, reason, busy, onNext }: Props) {
  const reasonId = useId();
  return (
    <div class="step-bar">
      {back === undefined ? null : <BackLink id={id} step={back} />}
      <p class="small soft step-bar-reason" id={reasonId} role="status">
        {reason === null ? '' : stepSentence(reason)}
      </p>
      <Button
        look="primary"
        large
        disabled={reason !== null}
        busy={busy ?? false}
        describedBy={reasonId}
        onClick={onNext}
      >
        {words.steps.nextTo(next)}
      </Button>
    </div>
  );
}

export function BackLink({ id, step }: { id: string; step: KeptStep }) {
  return (
    <a class="button button-plain button-large" href={formatRoute({ screen: 'step', id, step })}>
      <span class="step-bar-arrow">
        <Icon name="back" />
      </span>
      <span class="step-bar-back">{words.steps.back}</span>
    </a>
  );
}
