import type { Import } from '../../../../shared/protocol/import.ts';
import { useMe } from '../../../components/use-me.ts';
import { useMoment } from '../../../components/use-moment.ts';
import { Notice } from '../../../components/status/notice.tsx';
import { approvalPart } from '../../../state/team-rights.ts';
import { words } from '../../../words/words.ts';

/** Whether somebody asks for its start, whose turn it is, and the note with which it was sent back. */
export function ApprovalNotice({ view }: { view: Import }) {
  const when = useMoment();
  const part = approvalPart(useMe(), view);
  const { approval } = view;
  if (approval === null) return null;
  if (part === null) {
    const word = approval.note === null || approval.note === '' ? words.team.noWord : `“${approval.note}”`;
    return (
      <Notice tone="warn" title={words.team.sentBackHeading}>
        {words.team.sentBack(approval.by, when(approval.at))} {word}
      </Notice>
    );
  }
  return (
    <Notice tone={part === 'judge' ? 'warn' : 'neutral'} title={words.team.askedHeading}>
      {words.team.askedBy(approval.by, when(approval.at))} {words.team[part]}
    </Notice>
  );
}
