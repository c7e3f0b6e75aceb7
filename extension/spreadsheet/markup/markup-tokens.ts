/**
 * A piece of HTML or XML. Names have no prefix and are in lower case; attribute names keep their prefix, in lower case
 * too.
 */
export type MarkupToken =
  | { readonly is: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly is: 'close'; readonly name: string }
  /** As written, with entities; CDATA is already escaped. */
  | { readonly is: 'text'; readonly text: string };

const NAME = /[^\s<>/"'=]+/y;
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/**
 * Splits markup into tokens, well formed or not. Comments, declarations and instructions are skipped. Takes linear
 * time.
 */
export function* markupTokens(text: string): Generator<MarkupToken> {
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start === -1) return yield { is: 'text', text: text.slice(at) };
    if (start > at) yield { is: 'text', text: text.slice(at, start) };
    if (text.startsWith('<![CDATA[', start)) {
      const end = endOf(text, ']]>', start);
      yield { is: 'text', text: escapeMarkup(text.slice(start + 9, end - 3)) };
      at = end;
    } else if (text.startsWith('<!--', start)) at = endOf(text, '-->', start + 4);
    else if (text[start + 1] === '!' || text[start + 1] === '?') at = endOf(text, '>', start);
    else {
      const isClose = text[start + 1] === '/';
      NAME.lastIndex = start + (isClose ? 2 : 1);
      const name = NAME.exec(text)?.[0];
      if (name === undefined) {
        yield { is: 'text', text: '<' };
        at = start + 1;
        continue;
      }
      const end = endOfTag(text, NAME.lastIndex);
      const local = name.slice(name.indexOf(':') + 1).toLowerCase();
      if (isClose) yield { is: 'close', name: local };
      else {
        const closed = text[end - 2] === '/';
        yield { is: 'open', name: local, attributes: text.slice(NAME.lastIndex, end - (closed ? 2 : 1)), closed };
      }
      at = end;
    }
  }
}

/** What is never closed ends with the text. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** The position after the `>` that is not in quotes. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && text[at - 1] === '=') quote = char;
  }
  return text.length;
}

/** A tag's attributes by lower-case name without prefix; values without entities. */
export function attributesOf(attributes: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    all.set(name.slice(name.indexOf(':') + 1).toLowerCase(), plainText(double ?? single ?? bare ?? ''));
  }
  return all;
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/giu;
/** Entities that programs write into tables; any other stays as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  hellip: '\u2026',
  middot: '\u00b7',
  bull: '\u2022',
  plus: '+',
  lpar: '(',
  rpar: ')',
  zwj: '\u200d',
  zwnj: '\u200c',
  copy: '\u00a9',
  reg: '\u00ae',
  euro: '\u20ac',
  pound: '\u00a3',
  eacute: '\u00e9',
};

/** A text without its entities. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    const known = name?.toLowerCase() ?? '';
    if (name !== undefined) return (Object.hasOwn(NAMED, known) ? NAMED[known] : undefined) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
