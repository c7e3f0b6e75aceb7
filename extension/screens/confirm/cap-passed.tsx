import type { SpendPassed } from '../../../shared/protocol/spend.ts';
import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Which spending cap a start would pass, and by how much. */
export function CapPassed({ passed }: { passed: SpendPassed }) {
  return (
    <Notice tone="danger" title={words.confirm.capHeading}>
      {words.confirm.capPassed(passed)}
    </Notice>
  );
}
