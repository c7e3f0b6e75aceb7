import { decodeMarkup } from '../markup/decode-markup.ts';
import { attributesOf, markupTokens } from '../markup/markup-tokens.ts';

/** One line of what a part of an Office file says of its other parts. */
export interface Relation {
  readonly id: string;
  /** The last word of its address, in small letters: it is the same in each edition of the format. */
  readonly type: string;
  /** In small letters, from the beginning of the ZIP. */
  readonly part: string;
}

/** What `part` says of others; the ZIP itself is the empty name. */
export function relationsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): Relation[] {
  const bytes = parts.get(part.replace(/[^/]*$/u, (name) => `_rels/${name}.rels`));
  if (bytes === undefined) return [];
  const relations: Relation[] = [];
  for (const token of markupTokens(decodeMarkup(bytes))) {
    if (token.is !== 'open' || token.name !== 'relationship') continue;
    const attributes = attributesOf(token.attributes);
    const type = (attributes.get('type') ?? '').replace(/^.*\//u, '').toLowerCase();
    relations.push({ id: attributes.get('id') ?? '', type, part: targetOf(part, attributes.get('target') ?? '') });
  }
  return relations;
}

/** The part that `target` names where it stands in `part`, in small letters. */
export function targetOf(part: string, target: string): string {
  const told = unescaped(target.replaceAll('\\', '/')).toLowerCase();
  const names = told.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const name of told.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a name with a percent sign in it
  }
}
