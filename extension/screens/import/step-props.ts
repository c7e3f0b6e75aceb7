import type { Account } from '../../../shared/protocol/account.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

/**
 * The props of every step. `template` and `account` are null while the Worker has not answered, or no longer has them.
 */
export interface StepProps {
  kept: KeptImport;
  /** The file that the draft reads. */
  file: Blob;
  draft: ImportDraft;
  template: Template | null;
  account: Account | null;
}
