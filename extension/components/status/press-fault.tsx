import { useMemo } from 'preact/hooks';
import { isOfLine } from '../../api/api-fault.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { words } from '../../words/words.ts';
import { useApp } from '../app-context.ts';
import { Notice } from './notice.tsx';

interface Props {
  /** What was not done, and what continues meanwhile. */
  said: string;
  fault: ApiFault | null;
}

/** A press that failed. If the reason was that nobody could be reached, the notice disappears once somebody answers. */
export function PressFault({ said, fault }: Props) {
  const { answers } = useApp().connection;
  const before = useMemo(() => answers.peek(), [fault]);
  if (fault === null || (isOfLine(fault) && answers.value > before)) return null;
  return (
    <Notice tone="danger" title={said} alert>
      {words.faultSentence(fault)}
    </Notice>
  );
}
