/** Our names end in a token that no other campaign or list has, and that no rewriting of words touches. */
const TOKEN = /#[A-Za-z0-9][A-Za-z0-9_-]{3,110}(?:\.\d{1,3})?$/;

const utf8 = new TextEncoder();

/**
 * Whether a name that Exotel shows is the one we gave. Nobody says that it keeps names letter for letter: spaces may be cut,
 * `&` written out, letters it cannot store replaced. The token at the end tells ours all the same. What is longer is none
 * of ours: a copy that a person made in the dashboard, called "Copy of …".
 */
export function isSameName(ours: string, shown: string): boolean {
  if (ours === shown) return true;
  const token = TOKEN.exec(ours)?.[0];
  const name = unescaped(shown).trim();
  return token !== undefined && TOKEN.exec(name)?.[0] === token && bytesOf(name) <= bytesOf(ours);
}

function bytesOf(text: string): number {
  return utf8.encode(text).length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
