import type { FileKind } from '../../shared/csv/file-kind.ts';
import { binaryKind } from '../../shared/csv/file-kind.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

/** Delimited text and what to call it; what is kept, checked and uploaded. */
export interface ContactFile {
  readonly content: Blob;
  readonly name: string;
}

export type ContactFileFault =
  | { readonly code: 'not_text'; readonly kind: FileKind }
  /** It was moved, deleted or locked between being chosen and being read. */
  | { readonly code: 'unreadable' };

/** Enough to find the marks of an archive's first entries. */
const HEAD_BYTES = 4_096;

/** The one way in for a file that was dropped, chosen or pasted. What is no text is told by its first bytes. */
export async function readContactFile(file: File): Promise<Result<ContactFile, ContactFileFault>> {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    return err({ code: 'unreadable' }); // whatever the reason, it is the same for a person: choose it again
  }
  const kind = binaryKind(head);
  return kind === undefined ? ok({ content: file, name: file.name }) : err({ code: 'not_text', kind });
}
