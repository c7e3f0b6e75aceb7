import { readZipDirectory } from './zip-directory.ts';

/** The texts of a ZIP that holds its parts as they are, as `repackZip` leaves it. */
export function storedTexts(zip: Uint8Array, names: RegExp): string[] {
  return (readZipDirectory(zip) ?? [])
    .filter(({ name }) => names.test(name))
    .map(({ offset, packedBytes }) => new TextDecoder().decode(zip.subarray(offset, offset + packedBytes)));
}
