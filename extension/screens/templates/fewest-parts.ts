import { messageParts } from '../../../shared/template/message-parts.ts';
import { splitText } from '../../../shared/template/split-text.ts';

/** The least number of messages that a text is sent as; what its variables add is known only with a file. */
export function fewestParts(text: string): { readonly parts: number; readonly isExact: boolean } {
  const pieces = splitText(text);
  const own = pieces.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  const { parts } = messageParts(own);
  const isExact = pieces.every(({ kind }) => kind === 'text');
  return { parts: isExact ? parts : Math.max(1, parts), isExact };
}
