import { crc32 } from './crc-32.ts';

export interface ZipEntry {
  readonly path: string;
  readonly text: AsyncIterable<string>;
}

interface Written {
  readonly path: string;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** PKZIP's numbers (APPNOTE 6.3.10, section 4.3). */
const LOCAL = 0x0403_4b50;
const DESCRIPTOR = 0x0807_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const VERSION = 20;
const DEFLATE = 8;
/** Flags: sizes come after the data, because they are not known before; names are UTF-8. */
const FLAGS = 0x0808;
/** 1980-01-01, the earliest date of a zip. It is fixed, so that equal contents give equal bytes. */
const DATE = 0x0021;

/** A zip, written while its entries are made; only their sizes are kept in memory. For entries below 4 GB. */
export async function* zipPieces(entries: Iterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const { path, text } of entries) {
    const head = localHead(path);
    yield head;
    const sizes = { crc: 0, packed: 0, unpacked: 0 };
    for await (const piece of deflated(text, sizes)) yield piece;
    yield descriptor(sizes);
    written.push({ path, at, ...sizes });
    at += head.length + sizes.packed + 16;
  }
  const places = written.map(centralHead);
  for (const place of places) yield place;
  const size = places.reduce((sum, place) => sum + place.length, 0);
  yield fields([4, END], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, size], [4, at], [2, 0]);
}

async function* deflated(
  text: AsyncIterable<string>,
  sizes: { crc: number; packed: number; unpacked: number },
): AsyncIterable<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const encoder = new TextEncoder();
  async function feed(): Promise<void> {
    const writer = writable.getWriter();
    try {
      for await (const piece of text) {
        const bytes = encoder.encode(piece);
        sizes.crc = crc32(bytes, sizes.crc);
        sizes.unpacked += bytes.length;
        await writer.write(bytes);
      }
      await writer.close();
    } catch (cause) {
      await writer.abort(cause).catch(() => {});
      throw cause;
    }
  }
  const fed = feed();
  // The error is handled below; without this it would count as unhandled until then.
  fed.catch(() => {});
  for await (const piece of readable) {
    sizes.packed += piece.length;
    yield piece;
  }
  await fed;
}

function localHead(path: string): Uint8Array {
  const name = new TextEncoder().encode(path);
  const head = fields([4, LOCAL], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE], [4, 0], [4, 0], [4, 0]);
  return join(head, fields([2, name.length], [2, 0]), name);
}

function descriptor({ crc, packed, unpacked }: Pick<Written, 'crc' | 'packed' | 'unpacked'>): Uint8Array {
  return fields([4, DESCRIPTOR], [4, crc], [4, packed], [4, unpacked]);
}

function centralHead({ path, at, crc, packed, unpacked }: Written): Uint8Array {
  const name = new TextEncoder().encode(path);
  const head = fields([4, CENTRAL], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE]);
  const sizes = fields([4, crc], [4, packed], [4, unpacked], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0]);
  return join(head, sizes, fields([4, at]), name);
}

/** Writes numbers of 2 or 4 bytes each, lowest byte first. */
function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const size = values.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
