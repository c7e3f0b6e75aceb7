/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F, as in the WHATWG encoding standard. */
const FROM_80_TO_9F =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export function windows1252Text(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0;
    text += byte >= 0x80 && byte <= 0x9f ? (FROM_80_TO_9F[byte - 0x80] ?? '') : String.fromCharCode(byte);
  }
  return text;
}

/** A text's bytes in Windows-1252; undefined if it has a character outside of it. */
export function windows1252Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const high = FROM_80_TO_9F.indexOf(text[index] ?? '');
    if (high !== -1) bytes[index] = 0x80 + high;
    else if (code < 0x100) bytes[index] = code;
    else return undefined;
  }
  return bytes;
}
