import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import type { UploadState } from '../../storage/kept-import.ts';
import { formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** Why a press did not launch the import, and what to look at before the next press. */
export function AskedAgain({ upload }: { upload: Extract<UploadState, { step: 'asks_again' }> }) {
  const { clock, connection } = useApp();
  function sentence(): string {
    if (upload.why === 'too_long_ago') return words.check.tooLongAgo;
    if (upload.why === 'needs_approval') return words.team.needsApproval;
    if (upload.why === 'spend_cap') return words.confirm.capReason;
    if (upload.why === 'plan_changed') {
      const { changed = [] } = upload;
      if (changed.length === 0) return words.check.planChanged;
      return words.check.partsChanged(changed.map((part) => words.check.changedParts[part]).join(', '));
    }
    if (upload.earlier === null) return words.check.launchedBeforeUnnamed;
    const { name, createdBy, launchedAt } = upload.earlier;
    const when = formatMoment(Date.parse(launchedAt), connection.zone.value, clock.value);
    return words.check.launchedBefore(name, createdBy, when);
  }
  return (
    <Notice tone="warn" title={words.check.changedHeading} alert>
      {sentence()}
    </Notice>
  );
}
