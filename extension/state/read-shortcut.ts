export type Shortcut = 'help' | 'home' | 'campaigns' | 'templates' | 'history' | 'new_import' | 'search';

/** Each shortcut with its keys as written: "g h" means one after the other. */
export const SHORTCUT_KEYS: Readonly<Record<Shortcut, string>> = {
  new_import: 'n',
  search: '/',
  home: 'g h',
  history: 'g i',
  campaigns: 'g c',
  templates: 'g t',
  help: '?',
};

const BY_KEYS: ReadonlyMap<string, Shortcut> = new Map([
  [SHORTCUT_KEYS.new_import, 'new_import'],
  [SHORTCUT_KEYS.search, 'search'],
  [SHORTCUT_KEYS.home, 'home'],
  [SHORTCUT_KEYS.history, 'history'],
  [SHORTCUT_KEYS.campaigns, 'campaigns'],
  [SHORTCUT_KEYS.templates, 'templates'],
  [SHORTCUT_KEYS.help, 'help'],
]);
const FIRST_KEYS: ReadonlySet<string> = new Set([...BY_KEYS.keys()].flatMap((keys) => keys.split(' ').slice(0, -1)));

/** A pressed key; `code` is its position on the keyboard. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** What a key means after the one before, and what the next one has to be combined with. */
export function readShortcut(
  pressed: PressedKey,
  before: string | null,
): { readonly shortcut: Shortcut | null; readonly before: string | null } {
  const key = letterOf(pressed);
  const shortcut = BY_KEYS.get(before === null ? key : `${before} ${key}`) ?? null;
  return { shortcut, before: shortcut === null && FIRST_KEYS.has(key) ? key : null };
}

/** Keyboards for other scripts have the Latin letters in the same positions. */
function letterOf({ key, code, shiftKey }: PressedKey): string {
  if (/^[ -~]$/.test(key)) return key;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  return code === 'Slash' ? (shiftKey ? '?' : '/') : key;
}
