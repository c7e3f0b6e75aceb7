import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import type { WholeRow } from '../issue-messages.ts';

interface Props {
  session: IssueSession;
  line: number;
  /** The person's name; empty if the file does not say. */
  name: string;
  onClose: () => void;
}

/** Space between the card and its row, or the edge of the window. */
const GAP = 8;

/** All cells of one row, so that one can see whose it is; opens beside the row, wherever that is in the window. */
export function WholeRowCard({ session, line, name, onClose }: Props) {
  const whole = useSignal<WholeRow | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const below = useRef(0);
  useLayoutEffect(() => {
    below.current = document.activeElement?.getBoundingClientRect().bottom ?? 0;
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    void session.whole(line).then((found) => {
      if (found?.line === line) whole.value = found;
    });
  }, [line]);
  const row = whole.value;
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null) return;
    const most = window.innerHeight - shown.offsetHeight - GAP;
    shown.style.marginTop = `${Math.max(GAP, Math.min(below.current + GAP, most))}px`;
  }, [row]);
  return (
    <dialog ref={dialog} class="dialog issue-whole" aria-labelledby="issue-whole" onClose={onClose}>
      <div class="row">
        <h3 id="issue-whole">{words.issues.wholeHeading(line, name)}</h3>
        <span class="push">
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            {words.issues.closeWhole}
          </Button>
        </span>
      </div>
      {row === null ? (
        <Skeleton lines={2} />
      ) : (
        <dl class="issue-whole-cells">
          {row.cells.map((cell, column) => (
            // Headings may repeat, so the key is the column's position.
            <div key={column}>
              <dt>{row.headings[column]}</dt>
              <dd>{cell === '' ? <span class="soft">{words.issues.nothing}</span> : cell}</dd>
            </div>
          ))}
        </dl>
      )}
    </dialog>
  );
}
