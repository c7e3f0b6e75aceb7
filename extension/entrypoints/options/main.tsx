import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/devanagari.css';
import { render } from 'preact';
import { fetchFromAllowed } from '../../api/fetch-from-allowed.ts';
import { mayReach, requestHost } from '../../api/host-permission.ts';
import { OptionsScreen } from '../../screens/options/options-screen.tsx';
import { createOptions } from '../../screens/options/create-options.ts';
import { localBuildSettings } from '../../storage/local-build-settings.ts';
import { createLanguageStore } from '../../storage/language.ts';
import { createSettingsStore } from '../../storage/settings.ts';
import { initLanguage } from '../../words/init-language.ts';
import { words } from '../../words/words.ts';

const settings = createSettingsStore(chrome.storage.local, localBuildSettings());
const options = createOptions({
  settings,
  fetcher: fetchFromAllowed((input, init) => fetch(input, init), mayReach),
  requestHost,
  // A host that the manifest itself names cannot be given back; that is not an error.
  removeHost: (pattern) => chrome.permissions.remove({ origins: [pattern] }).catch(() => false),
});

const languages = createLanguageStore(chrome.storage.local);
const language = initLanguage(languages, chrome.i18n.getUILanguage(), () => location.reload());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && languages.isAmong(changes)) void language.follow();
  if (area === 'local' && settings.isAmong(changes)) void options.follow();
});
await language.ready;
document.title = words.options.pageTitle;

const root = document.getElementById('app');
if (root) {
  render(
    <OptionsScreen
      options={options}
      language={await languages.read()}
      onLanguage={(choice) => languages.write(choice)}
      openApp={() => location.assign('/popup.html?surface=tab')}
    />,
    root,
  );
}
void options.load();
