const encoder = new TextEncoder();

/** How many bytes a text takes inside a line of JSON: a Hindi letter takes three, a control character six. */
export function bytesInJson(text: string): number {
  return encoder.encode(JSON.stringify(text)).byteLength;
}

export function bytesOf(line: string): number {
  return encoder.encode(line).byteLength;
}
