import type { CheckSettings, CheckSummary } from '../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { RowIssue } from '../../shared/contacts/issue.ts';

/** What the page asks of the checking thread; each thread does one thing and is then ended. */
export interface CheckJob {
  readonly job: 'check' | 'write_rejected';
  readonly file: Blob;
  readonly settings: CheckSettings;
}

export interface CheckedFile {
  readonly summary: CheckSummary;
  /** The first `MAX_ISSUES_KEPT` in file order. */
  readonly issues: readonly RowIssue[];
}

export type CheckMessage =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'checked'; readonly checked: CheckedFile }
  | { readonly type: 'rejected'; readonly csv: Blob }
  | { readonly type: 'fault'; readonly fault: FileFault }
  /** The file could not be read from disk: moved, deleted or changed since it was chosen. */
  | { readonly type: 'unreadable' };
