import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import type { WholeRow } from '../issue-messages.ts';

interface Props {
  session: IssueSession;
  line: number;
  onClose: () => void;
}

/** All cells of one row, to know whose it is. */
export function WholeRowCard({ session, line, onClose }: Props) {
  const whole = useSignal<WholeRow | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    whole.value = null;
    heading.current?.focus();
    void session.whole(line).then((found) => {
      if (found?.line === line) whole.value = found;
    });
  }, [line]);
  const row = whole.value;
  return (
    <section
      class="issue-whole"
      aria-labelledby="issue-whole"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="row">
        <h3 id="issue-whole" ref={heading} tabIndex={-1}>
          {words.issues.wholeHeading(line)}
        </h3>
        <span class="push">
          <Button look="quiet" onClick={onClose}>
            {words.issues.closeWhole}
          </Button>
        </span>
      </div>
      {row === null ? (
        <Skeleton lines={2} />
      ) : (
        <dl class="issue-whole-cells">
          {row.cells.map((cell, column) => (
            // Headings repeat; a column is its place.
            <div key={column}>
              <dt>{row.headings[column]}</dt>
              <dd>{cell === '' ? <span class="soft">{words.issues.nothing}</span> : cell}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
