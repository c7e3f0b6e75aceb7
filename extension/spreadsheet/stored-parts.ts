import { readZipDirectory } from './zip-directory.ts';

/** The parts of a ZIP that holds them as they are, as `repackZip` leaves it, by their names in small letters. */
export function storedParts(zip: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const { name, offset, packedBytes } of readZipDirectory(zip) ?? [])
    parts.set(name.toLowerCase(), zip.subarray(offset, offset + packedBytes));
  return parts;
}
