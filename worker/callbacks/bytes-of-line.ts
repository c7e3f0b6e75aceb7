const encoder = new TextEncoder();

/** Bytes of a text as it stands within a line of JSON: a letter of Hindi is three, a control character six. */
export function bytesInJson(text: string): number {
  return encoder.encode(JSON.stringify(text)).byteLength;
}

export function bytesOf(line: string): number {
  return encoder.encode(line).byteLength;
}
