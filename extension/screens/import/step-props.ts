import type { Account } from '../../../shared/protocol/account.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';

/** What every step is given. `template` and `account` are null while the Worker has not answered, or has them no more. */
export interface StepProps {
  kept: KeptImport;
  /** What the draft reads. */
  file: Blob;
  draft: ImportDraft;
  template: Template | null;
  account: Account | null;
}
