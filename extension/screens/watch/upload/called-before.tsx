import type { Import } from '../../../../shared/protocol/import.ts';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { useMoment } from '../../../components/use-moment.ts';
import { words } from '../../../words/words.ts';

interface Props {
  view: Import;
  again: boolean;
  onAgain: (again: boolean) => void;
}

/** Who called these people within a day, and whether to call them again. */
export function CalledBefore({ view, again, onAgain }: Props) {
  const when = useMoment();
  const before = view.launchedBefore;
  if (before === null) return null;
  return (
    <Notice tone="warn" action={<Checkbox label={words.check.callAgain} checked={again} onChange={onAgain} />}>
      {words.check.launchedBefore(before.name, before.createdBy, when(before.launchedAt))}
    </Notice>
  );
}
