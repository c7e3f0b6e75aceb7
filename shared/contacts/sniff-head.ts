import { guessEncoding } from '../csv/encoding.ts';
import { binaryKind } from '../csv/file-kind.ts';
import { isEncodedTwice } from '../csv/encoded-twice.ts';
import { isUtf8 } from '../csv/is-utf8.ts';
import { letterDoubt } from '../csv/letter-doubt.ts';
import type { RecordLimits } from '../csv/record-limits.ts';
import { createTranscoder } from '../csv/transcoder.ts';
import type { Transcoder } from '../csv/transcoder.ts';
import { createUtf16Transcoder } from '../csv/utf16-to-utf8.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import { hasLinesInQuotes } from './lines-in-quotes.ts';
import { sniffFile } from './sniff-file.ts';
import type { Sniffed, SniffedText, SniffSettings } from './sniff-file.ts';

export interface SniffedHead extends Sniffed {
  /** The beginning as UTF-8 without byte order mark; reading continues after it. */
  readonly text: Uint8Array;
  /** Converts the bytes that follow, if they cannot be read as they are. */
  readonly transcoder: Transcoder | undefined;
}

/**
 * What a file is, judged from its first bytes as stored. `complete`: the file ends there. `sample`: pieces of the rest.
 */
export function sniffHead(
  head: Uint8Array,
  complete: boolean,
  settings: SniffSettings & { readonly sample?: readonly Uint8Array[] | undefined },
  limits: RecordLimits,
): Result<SniffedHead, FileFault> {
  const kind = binaryKind(head);
  if (kind !== undefined) return err({ code: 'not_a_text_file', looksLike: kind });
  const guess = guessEncoding(head);
  const body = head.subarray(guess.markBytes);
  const isWide = guess.encoding !== 'utf-8';
  const plain = isWide
    ? createUtf16Transcoder(guess.encoding === 'utf-16le')
        .push(body)
        .slice()
    : body;
  const linesInQuotes = hasLinesInQuotes(plain, complete, limits);
  const transcoder = createTranscoder(guess.encoding, linesInQuotes);
  const text = transcoder?.push(body).slice() ?? body;
  const isWestern = !isWide && !isUtf8(text, 0, text.length, !complete);
  // Each piece begins anywhere and is read by itself.
  const places = (settings.sample ?? []).map(
    (piece) => createTranscoder(guess.encoding, linesInQuotes)?.push(piece).slice() ?? piece,
  );
  const encoding = isWestern ? 'windows-1252' : guess.encoding;
  const doubt = isWestern ? letterDoubt(text) : isEncodedTwice(text) ? 'encoded_twice' : null;
  const given: SniffedText = { head: text, complete, places, encoding, letterDoubt: doubt, linesInQuotes };
  const sniffed = sniffFile(given, settings, limits);
  return sniffed.ok ? ok({ ...sniffed.value, text, transcoder }) : sniffed;
}
