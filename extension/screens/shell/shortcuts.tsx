import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { assertNever } from '../../../shared/result.ts';
import { useApp } from '../../components/app-context.ts';
import { focusWhenThere } from './focus-when-there.ts';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import { FIRST_LOOK } from '../../state/campaign-query.ts';
import { FIRST_HISTORY } from '../../state/history-query.ts';
import { readShortcut } from '../../state/read-shortcut.ts';
import type { Shortcut } from '../../state/read-shortcut.ts';

const ShortcutsDialog = lazyScreen(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog, null);

/** Keys pressed within this time belong to one shortcut. */
const TOGETHER_MS = 1_500;
const TYPED_IN = 'input, textarea, select, [contenteditable], [role="grid"], dialog[open]';
const SEARCH = 'main input[type="search"]';

/** Listens for single keys while nobody is typing. */
export function Shortcuts() {
  const { connection, go, keysOff, shortcutsOpen } = useApp();
  const listens = !keysOff.value && Boolean(connection.settings.value);
  const before = useSignal<string | null>(null);

  function run(shortcut: Shortcut): void {
    switch (shortcut) {
      case 'help':
        shortcutsOpen.value = true;
        return;
      case 'home':
        return go({ screen: 'home' });
      case 'history':
        return go({ screen: 'history', look: FIRST_HISTORY });
      case 'campaigns':
        return go({ screen: 'campaigns', look: FIRST_LOOK });
      case 'templates':
        return go({ screen: 'templates' });
      case 'new_import':
        go({ screen: 'home' });
        return focusWhenThere('main .home-new input[type="file"], main .home-new button');
      case 'search':
        if (document.querySelector(SEARCH) === null) go({ screen: 'history', look: FIRST_HISTORY });
        return focusWhenThere(SEARCH);
      default:
        return assertNever(shortcut);
    }
  }

  useEffect(() => {
    if (!listens) return undefined;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
      const read = readShortcut(event, before.value);
      clearTimeout(forget);
      before.value = read.before;
      forget = setTimeout(() => (before.value = null), TOGETHER_MS);
      if (read.shortcut === null) return;
      event.preventDefault();
      run(read.shortcut);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(forget);
      document.removeEventListener('keydown', onKey);
    };
  }, [listens]);

  return shortcutsOpen.value ? <ShortcutsDialog onClose={() => (shortcutsOpen.value = false)} /> : null;
}
