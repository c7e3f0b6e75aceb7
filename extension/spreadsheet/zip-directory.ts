/** One file of a ZIP, according to its directory. `bytes` may be false; only inflating shows the real size. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its compressed bytes begin. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LARGE_END = 0x06064b50;
const LARGE_END_BYTES = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const IN_LARGE_END = 0xffff;
const IN_EXTRA = 0xffff_ffff;
const ZIP64_EXTRA = 1;

/** The directory at the end of a ZIP; undefined if it is cut off or invalid. */
export function readZipDirectory(zip: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  const begin = beginOf(view, end);
  let at = begin.at;
  for (let left = begin.entries; left > 0; left--) {
    if (at + ENTRY_BYTES > zip.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const extraAt = at + ENTRY_BYTES + nameBytes;
    if (extraAt + extraBytes > zip.length) return undefined;
    const extra = new DataView(zip.buffer, zip.byteOffset + extraAt, extraBytes);
    const [bytes = 0, packedBytes = 0, local = 0] = largeFields(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const offset = dataOffset(view, local);
    if (offset === undefined || offset + packedBytes > zip.length) return undefined;
    entries.push({
      name: plainName(new TextDecoder().decode(zip.subarray(at + ENTRY_BYTES, extraAt))),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes,
      bytes,
      offset,
    });
    at = extraAt + extraBytes + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Some programs write names as Windows does, or from the root. */
function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '');
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT_BYTES; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** Where a ZIP is large, or was written as if it might be, another end before this one says it. */
function beginOf(view: DataView, end: number): { entries: number; at: number } {
  const told = { entries: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
  const locator = end - LOCATOR_BYTES;
  if (told.at !== IN_EXTRA && told.entries !== IN_LARGE_END) return told;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) return told;
  const large = Number(view.getBigUint64(locator + 8, true));
  if (large + LARGE_END_BYTES > locator || view.getUint32(large, true) !== LARGE_END) return told;
  return {
    entries: Number(view.getBigUint64(large + 32, true)),
    at: Number(view.getBigUint64(large + 48, true)),
  };
}

/** The name before the data may be longer or shorter than the directory says, so it is asked itself. */
function dataOffset(view: DataView, local: number): number | undefined {
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL) return undefined;
  return local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Fields too large for 32 bits are in an extra field, in this order and only those. */
function largeFields(extra: DataView, fields: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== ZIP64_EXTRA)
    at += 4 + extra.getUint16(at + 2, true);
  let value = at + 4;
  return fields.map((field) => {
    if (field !== IN_EXTRA || value + 8 > extra.byteLength) return field;
    value += 8;
    return Number(extra.getBigUint64(value - 8, true));
  });
}
