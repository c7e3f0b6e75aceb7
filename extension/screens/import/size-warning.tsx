import type { Account } from '../../../shared/protocol/account.ts';
import { Notice } from '../../components/status/notice.tsx';
import { fileLimits, isNearLimit } from '../../state/draft/file-limits.ts';
import { words } from '../../words/words.ts';

/** Shown while a file still fits, because the next one may not. */
export function SizeWarning({ account, bytes, rows = 0 }: { account: Account | null; bytes: number; rows?: number }) {
  const limits = fileLimits(account);
  if (isNearLimit(rows, limits.rows)) return <Notice tone="warn">{words.steps.manyRows(rows, limits.rows)}</Notice>;
  if (isNearLimit(bytes, limits.bytes))
    return <Notice tone="warn">{words.steps.largeFile(bytes, limits.bytes)}</Notice>;
  return null;
}
