import { words } from '../words/words.ts';
import { Button } from './button.tsx';

interface Props {
  /** How many there are, which are shown, and how many fit on a page. */
  total: number;
  offset: number;
  shown: number;
  limit: number;
  onMove: (offset: number) => void;
}

/** Shows which part of a long list is visible, with buttons to the other parts. */
export function Pager({ total, offset, shown, limit, onMove }: Props) {
  const last = offset + shown;
  return (
    <nav class="row" aria-label={words.shell.pages}>
      <span class="small soft">{words.shell.range(shown === 0 ? 0 : offset + 1, last, total)}</span>
      {offset > 0 || last < total ? (
        <span class="row push">
          <Button disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - limit))}>
            {words.shell.previous}
          </Button>
          <Button disabled={last >= total || shown === 0} onClick={() => onMove(offset + limit)}>
            {words.shell.next}
          </Button>
        </span>
      ) : null}
    </nav>
  );
}
