import type { FileKind } from '../../shared/csv/file-kind.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { isWorkbook, kindOf } from '../spreadsheet/spreadsheet-kind.ts';

/** Text is kept, checked and uploaded unchanged; a workbook is first converted into text, sheet by sheet. */
export type ContactFile = { readonly is: 'text' } | { readonly is: 'workbook' };

export type ContactFileFault =
  | { readonly code: 'not_text'; readonly kind: FileKind }
  /** It was moved, deleted or locked between being chosen and being read. */
  | { readonly code: 'unreadable' };

/** What kind of file was dropped, chosen or pasted, judged by its bytes and not by its name. */
export async function readContactFile(file: Blob): Promise<Result<ContactFile, ContactFileFault>> {
  let kind: Awaited<ReturnType<typeof kindOf>>;
  try {
    kind = await kindOf(file);
  } catch {
    return err({ code: 'unreadable' }); // whatever the reason, the person has to choose the file again
  }
  if (kind === undefined) return ok({ is: 'text' });
  return isWorkbook(kind) ? ok({ is: 'workbook' }) : err({ code: 'not_text', kind });
}
