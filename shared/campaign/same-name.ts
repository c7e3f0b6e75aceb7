/**
 * The token at the end of our names. No other campaign or list has it, and changes to the words before it leave it
 * alone.
 */
const TOKEN = /#[A-Za-z0-9][A-Za-z0-9_-]{3,110}(?:\.\d{1,3})?$/;

const utf8 = new TextEncoder();

/**
 * Whether a name that Exotel shows is the one we gave. Exotel may change names: cut spaces, write out `&`, replace
 * letters it cannot store. The token at the end still identifies ours. A longer name is not ours but a copy that a
 * person made in the dashboard, called "Copy of …".
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
