import { guessEncoding } from '../csv/encoding.ts';
import { binaryKind } from '../csv/file-kind.ts';
import { isUtf8 } from '../csv/is-utf8.ts';
import type { RecordLimits } from '../csv/record-limits.ts';
import { createUtf16Transcoder } from '../csv/utf16-to-utf8.ts';
import type { Utf16Transcoder } from '../csv/utf16-to-utf8.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import type { ColumnChoice } from './file-shape.ts';
import { sniffFile } from './sniff-file.ts';
import type { Sniffed } from './sniff-file.ts';

export interface SniffedHead extends Sniffed {
  /** The beginning as UTF-8 without its mark, to be read on from. */
  readonly text: Uint8Array;
  /** For the bytes that follow, where the file is UTF-16. */
  readonly transcoder: Utf16Transcoder | undefined;
}

/** What a file is, from its first bytes as they lie on disk. `complete` tells that the file ends there. */
export function sniffHead(
  head: Uint8Array,
  complete: boolean,
  settings: { readonly country: string; readonly columns?: ColumnChoice },
  limits: RecordLimits,
): Result<SniffedHead, FileFault> {
  const kind = binaryKind(head);
  if (kind !== undefined) return err({ code: 'not_a_text_file', looksLike: kind });
  const guess = guessEncoding(head);
  const body = head.subarray(guess.markBytes);
  const transcoder = guess.encoding === 'utf-8' ? undefined : createUtf16Transcoder(guess.encoding === 'utf-16le');
  const text = transcoder?.push(body).slice() ?? body;
  const isWestern = transcoder === undefined && !isUtf8(text, 0, text.length, !complete);
  const sniffed = sniffFile(text, complete, isWestern ? 'windows-1252' : guess.encoding, settings, limits);
  return sniffed.ok ? ok({ ...sniffed.value, text, transcoder }) : sniffed;
}
