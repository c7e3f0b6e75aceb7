import { CHARS_PER_WRITE_COUNT } from '../../../shared/sink-limits.ts';

/**
 * A byte stream of pieces that are made while it is read. The maker goes only as fast as the reader, so that a report
 * of a million rows needs the memory of one piece. Only byte streams can cross object RPC.
 */
export function byteStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new IdentityTransformStream();
  async function pump(): Promise<void> {
    const writer = writable.getWriter();
    try {
      for await (const piece of pieces) if (piece.length > 0) await writer.write(piece);
      await writer.close();
    } catch (cause) {
      // The reader went away or the maker failed; either way a cut stream must not look complete.
      await writer.abort(cause).catch(() => {});
    }
  }
  void pump();
  return readable;
}

export function textStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return byteStream(encoded(pieces));
}

/**
 * Lines are gathered into pieces, because each write is awaited: line by line, a report of a hundred thousand lines
 * took minutes.
 */
async function* encoded(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHARS_PER_WRITE_COUNT) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  yield encoder.encode(gathered);
}
