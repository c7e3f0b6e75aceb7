export interface StoredPart {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
}

/** A ZIP of files without compression. */
export function storeZip(parts: readonly StoredPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    pieces.push(
      header(
        [0x04034b50, 4],
        [20, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [0, 4],
        [content.length, 4],
        [content.length, 4],
        [name.length, 2],
        [0, 2],
      ),
    );
    pieces.push(name, content);
    directory.push(
      header(
        [0x02014b50, 4],
        [20, 2],
        [20, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [0, 4],
        [content.length, 4],
        [content.length, 4],
        [name.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ),
    );
    directory.push(name);
    offset += 30 + name.length + content.length;
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [parts.length, 2],
    [parts.length, 2],
    [directoryBytes, 4],
    [offset, 4],
    [0, 2],
  );
  const all = [...pieces, ...directory, end];
  return join(
    all,
    all.reduce((sum, { length }) => sum + length, 0),
  );
}

/** Little-endian fields of two or four bytes. */
function header(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) out.setUint16(at, value, true);
    else out.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(out.buffer);
}

export function join(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
