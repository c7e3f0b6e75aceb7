import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { saveFile } from '../../components/save-file.ts';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import type { IssueOverview } from '../thread/issue-overview.ts';

interface Props {
  name: string;
  session: IssueSession;
  overview: IssueOverview;
}

/** What can be done with all rows in view at once. */
export function IssueActions({ name, session, overview }: Props) {
  const writing = useSignal(false);
  const { undoable, correctedInView, leftInView } = overview;
  const { show, search } = session.filter.value;
  const isNarrowed = show !== 'all' || search !== '';
  async function download(): Promise<void> {
    writing.value = true;
    const csv = await session.write({ headings: words.issues.csvHeadings, reasons: words.issues.reasons });
    writing.value = false;
    if (csv) saveFile(csv, words.issues.fileName(name));
  }
  return (
    <div class="row">
      {undoable > 0 ? (
        <Button look="quiet" busy={session.busy.value} onClick={() => void session.undo()}>
          {words.issues.undo(undoable)}
        </Button>
      ) : null}
      {isNarrowed && correctedInView > 0 ? (
        <Button look="quiet" busy={session.busy.value} onClick={() => void session.takeBack()}>
          {words.issues.takeBack(correctedInView)}
        </Button>
      ) : null}
      {leftInView > 0 ? (
        <span class="push">
          <Button busy={writing.value} onClick={() => void download()}>
            <Icon name="download" />
            {writing.value
              ? words.issues.writing
              : isNarrowed
                ? words.issues.downloadShown(leftInView)
                : words.issues.download}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
