import type { Shortcut } from '../../state/read-shortcut.ts';

const does: Record<Shortcut, string> = {
  new_import: 'Call a new list',
  search: 'Search on this screen, or in all imports',
  home: 'Go to the imports',
  history: 'Go to all imports',
  campaigns: 'Go to the campaigns',
  templates: 'Go to the templates',
  help: 'Show these shortcuts',
};

/** Keys that lead somewhere. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  does,
  andThen: 'then',
  opens: 'Open Dialsheet from any page',
  browserNote: 'Change it in the browser’s extension shortcuts.',
  on: 'Use single keys',
  onHint: 'They do nothing while you type. Turn them off if you press keys by accident or use speech input.',
  close: 'Close',
};
