/**
 * Whether `bytes[start, end)` is well-formed UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates).
 * `mayBeCut` allows the last character to be cut off.
 */
export function isUtf8(bytes: Uint8Array, start: number, end: number, mayBeCut = false): boolean {
  let index = start;
  while (index < end) {
    const lead = bytes[index++] ?? 0;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const following = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let low = 0x80;
    let high = 0xbf;
    if (lead === 0xe0) low = 0xa0;
    else if (lead === 0xed) high = 0x9f;
    else if (lead === 0xf0) low = 0x90;
    else if (lead === 0xf4) high = 0x8f;
    for (let left = following; left > 0; left--) {
      if (index >= end) return mayBeCut;
      const next = bytes[index++] ?? 0;
      if (next < low || next > high) return false;
      low = 0x80;
      high = 0xbf;
    }
  }
  return true;
}
