/** A UTF-8 stream in pieces of whole lines, so that nothing within a line is cut in two. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncIterable<string> {
  // The byte order mark at the beginning of a CSV is kept, because Excel needs it to read the file.
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
