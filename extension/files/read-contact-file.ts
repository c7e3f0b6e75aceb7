import type { FileKind } from '../../shared/csv/file-kind.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { isWorkbook, kindOf } from '../spreadsheet/spreadsheet-kind.ts';

/** Text is kept, checked and uploaded as it is; a workbook is first read into text, sheet by sheet. */
export type ContactFile = { readonly is: 'text' } | { readonly is: 'workbook' };

export type ContactFileFault =
  | { readonly code: 'not_text'; readonly kind: FileKind }
  /** It was moved, deleted or locked between being chosen and being read. */
  | { readonly code: 'unreadable' };

/** What a file is that was dropped, chosen or pasted, by its bytes and whatever its name. */
export async function readContactFile(file: Blob): Promise<Result<ContactFile, ContactFileFault>> {
  let kind: Awaited<ReturnType<typeof kindOf>>;
  try {
    kind = await kindOf(file);
  } catch {
    return err({ code: 'unreadable' }); // whatever the reason, it is the same for a person: choose it again
  }
  if (kind === undefined) return ok({ is: 'text' });
  return isWorkbook(kind) ? ok({ is: 'workbook' }) : err({ code: 'not_text', kind });
}
