/** A stream of UTF-8 in pieces of whole lines: nothing that stands on one line is cut in two. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncIterable<string> {
  // The mark of UTF-8 at the beginning of a CSV stays: Excel reads the file by it.
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const end = rest.lastIndexOf('\n') + 1;
    if (end > 0) yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  yield rest + decoder.decode();
}
