/** An opening tag as found in the bytes; only its name and the requested numbers are read. */
export interface MarkupTag {
  /** Without prefix, in lower case. */
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  number(attribute: RegExp): number | null;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const COLON = 0x3a;
const NAME_CHARS = 32;
/** The tags we read are short; the beginning of a longer one is enough. */
const TAG_CHARS = 2_000;
const LATIN1 = new TextDecoder('latin1');

type Kind = 'sheet' | 'row' | 'cell' | 'text' | 'column' | 'spaces' | 'declaration';

/** Tags of Office Open XML, OpenDocument, Excel's 2003 XML and web pages. Others are inside cells or not needed. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...['sheetdata', 'table'].map((name) => [name, 'sheet'] as const),
  ...['row', 'table-row', 'tr'].map((name) => [name, 'row'] as const),
  ...['c', 'cell', 'table-cell', 'covered-table-cell', 'td', 'th'].map((name) => [name, 'cell'] as const),
  ...['si', 'r', 'is'].map((name) => [name, 'text'] as const),
  ...['col', 'column', 'table-column'].map((name) => [name, 'column'] as const),
  ['s', 'spaces'],
  ...['xf', 'font', 'fill', 'border', 'numfmt', 'cellstyle', 'dxf', 'style', 'number-style', 'date-style'].map(
    (name) => [name, 'declaration'] as const,
  ),
  ...['sheet', 'worksheet', 'definedname', 'namedrange', 'named-range', 'mergecell', 'hyperlink', 'comment'].map(
    (name) => [name, 'declaration'] as const,
  ),
  ...['relationship', 'override', 'default', 'file-entry', 'person', 'threadedcomment'].map(
    (name) => [name, 'declaration'] as const,
  ),
]);

/** All tags of a known kind, in order. */
export function* markupTags(bytes: Uint8Array): Generator<MarkupTag> {
  const markup = asUtf8(bytes);
  for (let at = markup.indexOf(LESS_THAN); at !== -1; at = markup.indexOf(LESS_THAN, at + 1)) {
    const name = nameAt(markup, at + 1);
    const kind = KINDS.get(name);
    if (kind === undefined) continue;
    const end = markup.indexOf(GREATER_THAN, at);
    const last = Math.min(end === -1 ? markup.length : end + 1, at + TAG_CHARS);
    const text = LATIN1.decode(markup.subarray(at, last));
    yield { kind, name, text, number: (attribute) => numberIn(text, attribute) };
  }
}

/**
 * Renames a sheet's links, in place, so that the library ignores them: it would apply each to every cell of its range,
 * and we show no links.
 */
export function blindLinks(markup: Uint8Array): void {
  for (let at = markup.indexOf(LESS_THAN); at !== -1; at = markup.indexOf(LESS_THAN, at + 1)) {
    if (nameAt(markup, at + 1) !== 'hyperlink') continue;
    let end = at + 1;
    while (isNamePart(markup[end] ?? 0)) end++;
    markup[end - 1] = 0x78;
  }
}

/** Programs may read these as integers or as any numbers; the larger reading counts. */
function numberIn(text: string, attribute: RegExp): number | null {
  const found = attribute.exec(text)?.[1];
  if (found === undefined) return null;
  const readings = [Number(found), Number.parseInt(found, 10)].filter((each) => !Number.isNaN(each));
  return readings.length === 0 ? null : Math.max(0, ...readings);
}

function nameAt(markup: Uint8Array, from: number): string {
  let name = '';
  for (let at = from; at < from + NAME_CHARS; at++) {
    const byte = markup[at] ?? 0;
    if (byte === COLON) name = '';
    else if (isNamePart(byte)) name += String.fromCharCode(byte === 0x2d ? byte : byte | 0x20);
    else break;
  }
  return name;
}

function isNamePart(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x2d || byte === COLON;
}

/** The library reads UTF-16 if a byte order mark says so. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}
