import { NEAR_LIMIT_SHARE } from '../../../shared/extension-limits.ts';
import { MAX_FILE_BYTES, MAX_FILE_ROWS } from '../../../shared/limits.ts';
import type { Account } from '../../../shared/protocol/account.ts';

export interface FileLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** The limits on a file: of this version, and of the Worker if known. */
export function fileLimits(account: Pick<Account, 'limits'> | null): FileLimits {
  return {
    bytes: Math.min(MAX_FILE_BYTES, account?.limits.fileBytes ?? MAX_FILE_BYTES),
    rows: Math.min(MAX_FILE_ROWS, account?.limits.fileRows ?? MAX_FILE_ROWS),
  };
}

export function isNearLimit(size: number, limit: number): boolean {
  return size > limit * NEAR_LIMIT_SHARE;
}
