import { escapeMarkup, markupTokens, plainText } from '../markup/markup-tokens.ts';

/** The texts that cells share, as Excel itself writes them. */
export interface PlainStrings {
  readonly xml: string;
  readonly count: number;
}

/** Each text in one piece and none left out, since cells go by their order; null where the part is cut off. */
export function plainStringsXml(xml: string): PlainStrings | null {
  const out: string[] = [];
  let text: string | null = null;
  let isText = false;
  let isReading = false;
  let last = '';
  const end = (): void => {
    out.push(`<si><t xml:space="preserve">${escapeMarkup(plainText(text ?? ''))}</t></si>`);
    text = null;
  };
  for (const token of markupTokens(xml)) {
    if (token.is === 'text') {
      if (isText && !isReading && text !== null) text += token.text;
      continue;
    }
    last = token.name;
    const isOpen = token.is === 'open' && !token.closed;
    if (token.name === 't') isText = isOpen;
    // How a text is pronounced stands beside it.
    else if (token.name === 'rph') isReading = isOpen;
    else if (token.name === 'si') {
      if (token.is === 'open' ? text !== null : text === null) return null;
      if (token.is === 'open') text = '';
      if (!isOpen) end();
    }
  }
  return last === 'sst' ? { xml: `<sst>${out.join('')}</sst>`, count: out.length } : null;
}
