/** More parts than any of Exotel's callbacks has fields. */
const MAX_PARTS = 100;

/** The fields of a multipart form. The boundary is read from its first line. Files are skipped. Never throws. */
export function readMultipart(text: string): Record<string, string> | null {
  const boundary = /^--[^\r\n]{1,200}/.exec(text)?.[0];
  if (boundary === undefined) return null;
  const fields: [string, string][] = [];
  for (const part of text.split(boundary).slice(1, MAX_PARTS + 1)) {
    const [, head, body] = /^[ \t]*\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? [];
    const name = /^content-disposition:[^\r\n]*?[;\s]name="?([^";\r\n]*)/im.exec(head ?? '')?.[1];
    if (name === undefined || body === undefined || /;\s*filename\*?=/i.test(head ?? '')) continue;
    fields.push([name, body.replace(/\r?\n$/, '')]);
  }
  return fields.length === 0 ? null : Object.fromEntries(fields);
}
