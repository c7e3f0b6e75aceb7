import type { Transcoder } from './transcoder.ts';

const REPLACEMENT = 0xfffd;

/** Converts UTF-16 to UTF-8 bytes; invalid characters become U+FFFD. Holds back at most one character. */
export function createUtf16Transcoder(littleEndian: boolean): Transcoder {
  let oddByte = -1;
  let highSurrogate = 0;
  let out = new Uint8Array(0);
  let length = 0;

  function emit(code: number): void {
    if (code < 0x80) {
      out[length++] = code;
    } else if (code < 0x800) {
      out[length++] = 0xc0 | (code >> 6);
      out[length++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      out[length++] = 0xe0 | (code >> 12);
      out[length++] = 0x80 | ((code >> 6) & 0x3f);
      out[length++] = 0x80 | (code & 0x3f);
    } else {
      out[length++] = 0xf0 | (code >> 18);
      out[length++] = 0x80 | ((code >> 12) & 0x3f);
      out[length++] = 0x80 | ((code >> 6) & 0x3f);
      out[length++] = 0x80 | (code & 0x3f);
    }
  }

  function unit(value: number): void {
    const isLow = value >= 0xdc00 && value <= 0xdfff;
    if (highSurrogate !== 0) {
      const high = highSurrogate;
      highSurrogate = 0;
      if (isLow) {
        emit(0x10000 + ((high - 0xd800) << 10) + (value - 0xdc00));
        return;
      }
      emit(REPLACEMENT);
    }
    if (value >= 0xd800 && value <= 0xdbff) highSurrogate = value;
    else emit(isLow ? REPLACEMENT : value);
  }

  return {
    push(bytes) {
      // At most three bytes per unit, and one held-back surrogate that may become U+FFFD.
      const needed = (bytes.length >> 1) * 3 + 9;
      if (out.length < needed) out = new Uint8Array(needed);
      length = 0;
      let index = 0;
      if (oddByte >= 0 && bytes.length > 0) {
        const second = bytes[0] ?? 0;
        unit(littleEndian ? oddByte | (second << 8) : (oddByte << 8) | second);
        oddByte = -1;
        index = 1;
      }
      for (; index + 1 < bytes.length; index += 2) {
        const first = bytes[index] ?? 0;
        const second = bytes[index + 1] ?? 0;
        unit(littleEndian ? first | (second << 8) : (first << 8) | second);
      }
      if (index < bytes.length) oddByte = bytes[index] ?? 0;
      return out.subarray(0, length);
    },
    finish() {
      out = new Uint8Array(3);
      length = 0;
      if (highSurrogate !== 0 || oddByte >= 0) emit(REPLACEMENT);
      highSurrogate = 0;
      oddByte = -1;
      return out.subarray(0, length);
    },
  };
}
