import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { join, storeZip } from './store-zip.ts';
import type { StoredPart } from './store-zip.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Pictures, charts, macros and caches: the larger part of some workbooks, but no cells. */
const NOT_CELLS =
  /^(?:xl\/(?:media|drawings|charts|diagrams|embeddings|activeX|printerSettings|pivotCache|customXml)\/|customXml\/|docProps\/thumbnail|Thumbnails\/|Pictures\/|ObjectReplacements\/|Data\/|preview)|\/?vbaProject\.bin$|\/?calcChain\.(?:xml|bin)$/iu;
const STORED = 0;
const DEFLATED = 8;
const MAX_ENTRIES = 5_000;

/**
 * The same ZIP with only the parts that hold cells, inflated by the browser and stored uncompressed: faster than the
 * library's own inflating, and limited by the bytes that really come out, whatever the directory claims.
 */
export async function repackZip(
  zip: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, SpreadsheetFault>> {
  const entries = readZipDirectory(zip);
  if (entries === undefined || entries.length > MAX_ENTRIES) return err({ code: 'corrupt' });
  const wanted = entries.filter(({ name }) => !NOT_CELLS.test(name) && !name.endsWith('/'));
  // Readers differ in which of two parts under one name they take.
  if (new Set(wanted.map(({ name }) => name.toLowerCase())).size < wanted.length) return err({ code: 'corrupt' });
  if (wanted.some(({ isEncrypted }) => isEncrypted)) return err({ code: 'password_protected' });
  const tooLarge = err({ code: 'too_large', limitBytes } as const);
  if (wanted.reduce((sum, { bytes }) => sum + bytes, 0) > limitBytes) return tooLarge;
  const parts: StoredPart[] = [];
  let left = limitBytes;
  for (const entry of wanted) {
    const content = await inflate(zip, entry, left);
    if (content === 'corrupt') return err({ code: 'corrupt' });
    if (content === 'too_large') return tooLarge;
    if (tellsOfPassword(entry.name, content)) return err({ code: 'password_protected' });
    left -= content.length;
    parts.push({ name: new TextEncoder().encode(entry.name), content });
  }
  return ok(storeZip(parts));
}

async function inflate(
  zip: Uint8Array<ArrayBuffer>,
  { method, offset, packedBytes }: ZipEntry,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'corrupt' | 'too_large'> {
  const packed = zip.subarray(offset, offset + packedBytes);
  if (method === STORED) return packed.length > limitBytes ? 'too_large' : packed;
  if (method !== DEFLATED) return 'corrupt';
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
      if (length > limitBytes) {
        await reader.cancel();
        return 'too_large';
      }
    }
  } catch {
    return 'corrupt'; // the stream throws where the bytes are no deflated data
  }
  return join(pieces, length);
}

/** OpenDocument says so in its manifest, Numbers by a file of its own. */
function tellsOfPassword(name: string, content: Uint8Array): boolean {
  if (name === '.iwpv2') return true;
  return name === 'META-INF/manifest.xml' && new TextDecoder().decode(content).includes('encryption-data');
}
