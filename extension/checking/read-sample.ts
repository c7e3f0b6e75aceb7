import { samplePlaces } from '../../shared/contacts/file-sample.ts';

/** Pieces from all over a file, by which its columns are judged; the Worker reads the same places. */
export function readSample(file: Blob): Promise<Uint8Array[]> {
  return Promise.all(
    samplePlaces(file.size).map(async ([from, to]) => new Uint8Array(await file.slice(from, to).arrayBuffer())),
  );
}
