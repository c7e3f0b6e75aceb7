import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { StepReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { stepSentence } from './step-sentence.ts';

/** Nothing can be checked until the columns are known: says which are missing, with a link there. */
export function SettleColumns({ id, reason }: { id: string; reason: StepReason }) {
  const { go } = useApp();
  return (
    <Notice
      tone="warn"
      action={<Button onClick={() => go({ screen: 'step', id, step: 'columns' })}>{words.check.toColumns}</Button>}
      alert
    >
      {stepSentence(reason)}
    </Notice>
  );
}
