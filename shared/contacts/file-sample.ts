import { SNIFF_BYTES } from '../limits.ts';
import { SAMPLE_PIECE_BYTES, SAMPLE_PIECES_COUNT } from '../list-limits.ts';

/**
 * Where to read a file beyond its beginning, as byte ranges `[from, to)`: evenly spread, the end included. Offsets are
 * even, because UTF-16 needs that.
 */
export function samplePlaces(fileBytes: number): (readonly [from: number, to: number])[] {
  const room = fileBytes - SNIFF_BYTES;
  if (room <= 0) return [];
  const count = Math.min(SAMPLE_PIECES_COUNT, Math.ceil(room / SAMPLE_PIECE_BYTES));
  return Array.from({ length: count }, (_, at) => {
    const last = Math.max(SNIFF_BYTES, fileBytes - SAMPLE_PIECE_BYTES);
    const from = count === 1 ? last : SNIFF_BYTES + ((last - SNIFF_BYTES) * at) / (count - 1);
    const even = Math.floor(from / 2) * 2;
    return [even, Math.min(fileBytes, even + SAMPLE_PIECE_BYTES)] as const;
  });
}
