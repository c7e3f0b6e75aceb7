import { escapeMarkup, markupTokens, plainText } from './markup-tokens.ts';

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/** What the library breaks on or cuts a text at; a cell with a value and no text shows that value. */
const ODD =
  /<!--|<!\[CDATA\[|=\s*'|&#(?:\d{5,}|x[\da-f]{5,});|\bvalue\s*=\s*"[^"]*"[^<>]*(?:\/>|>\s*<\/(?:[\w-]+:)?table-cell)/iu;
const VALUE = /(?:^|\s)(?:office:)?(?:value|date-value|time-value|boolean-value)\s*=\s*(?:"([^"]*)"|'([^']*)')/u;

/** The text of an OpenDocument in the spelling that the library reads; null where it is cut off. */
export function plainOpenDocument(xml: string): string | null {
  if (!/<\/(?:[\w-]+:)?document(?:-content)?\s*>\s*$/u.test(xml.slice(-200))) return null;
  if (!ODD.test(xml)) return xml;
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  /** What the cell holds, until it says so itself. */
  let unsaid = '';
  const say = (): void => {
    if (unsaid !== '') out.push(`<p>${escapeMarkup(unsaid)}</p>`);
    unsaid = '';
  };
  for (const token of markupTokens(xml)) {
    if (token.is === 'text') {
      out.push(escapeMarkup(plainText(token.text)));
      continue;
    }
    const isCell = token.name === 'table-cell';
    if (token.is === 'close') {
      if (isCell) say();
      out.push(`</${token.name}>`);
      continue;
    }
    if (token.name === 'p') unsaid = '';
    const attributes = Array.from(
      token.attributes.matchAll(ATTRIBUTE),
      ([, name = '', double, single]) => ` ${name}="${escapeMarkup(plainText(double ?? single ?? ''))}"`,
    );
    const value = isCell ? VALUE.exec(token.attributes) : null;
    const isFilled = token.closed && value !== null;
    out.push(`<${token.name}${attributes.join('')}${token.closed && !isFilled ? '/>' : '>'}`);
    if (value !== null) unsaid = plainText(value[1] ?? value[2] ?? '');
    if (!isFilled) continue;
    say();
    out.push(`</${token.name}>`);
  }
  return out.join('');
}
