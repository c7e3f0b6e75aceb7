import type { NotKept } from '../../storage/not-kept.ts';
import { words } from '../../words/words.ts';
import { Notice } from './notice.tsx';

/** Said on every screen while the browser keeps nothing of what is changed. */
export function NotKeptNotice({ why }: { why: NotKept | null }) {
  if (why === null) return null;
  return (
    <Notice tone="danger" title={words.shell.notKept} alert>
      {words.shell.notKeptNote[why.reason](why.error)}
    </Notice>
  );
}
