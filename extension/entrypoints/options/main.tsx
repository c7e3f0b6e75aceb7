import '../../styles/tokens.css';
import '../../styles/base.css';
import { render } from 'preact';
import { OptionsScreen } from '../../screens/options/options-screen.tsx';
import { createOptions } from '../../state/create-options.ts';
import { localBuildSettings } from '../../storage/local-build-settings.ts';
import { createSettingsStore } from '../../storage/settings.ts';

const options = createOptions({
  settings: createSettingsStore(chrome.storage.local, localBuildSettings()),
  fetcher: (input, init) => fetch(input, init),
  requestHost: (pattern) => chrome.permissions.request({ origins: [pattern] }),
  // A host the manifest itself names cannot be given back; that is no fault.
  removeHost: (pattern) => chrome.permissions.remove({ origins: [pattern] }).catch(() => false),
});

const root = document.getElementById('app');
if (root) render(<OptionsScreen options={options} openApp={() => location.assign('/popup.html?surface=tab')} />, root);
void options.load();
