/**
 * A byte stream of text made while it is read: the maker goes on only as fast as the reader takes, so a report of a
 * million rows needs the memory of one piece. Only byte streams cross object RPC.
 */
export function textStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const { readable, writable } = new IdentityTransformStream();
  const encoder = new TextEncoder();
  async function pump(): Promise<void> {
    const writer = writable.getWriter();
    try {
      for await (const piece of pieces) if (piece !== '') await writer.write(encoder.encode(piece));
      await writer.close();
    } catch (cause) {
      // The reader went away, or the maker failed: either way a cut stream must not look complete.
      await writer.abort(cause).catch(() => {});
    }
  }
  void pump();
  return readable;
}
