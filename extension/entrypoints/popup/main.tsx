import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/devanagari.css';
import { render } from 'preact';
import { fetchFromAllowed } from '../../api/fetch-from-allowed.ts';
import { mayReach, requestHost } from '../../api/host-permission.ts';
import { AppContext } from '../../components/app-context.ts';
import { WAKE } from '../../background/wake-message.ts';
import { panelOpener } from '../../screens/shell/panel-opener.ts';
import { AppScreen } from '../../screens/shell/app-screen.tsx';
import { createApp } from '../../state/create-app.ts';
import { parseRoute } from '../../state/route.ts';
import { createKeptImports } from '../../storage/kept-imports.ts';
import { createKeptNews } from '../../storage/change-channel.ts';
import { createLanguageStore } from '../../storage/language.ts';
import { localBuildSettings } from '../../storage/local-build-settings.ts';
import { createMemoryStore } from '../../storage/memory.ts';
import { readTogether } from '../../storage/read-together.ts';
import { createSettingsStore } from '../../storage/settings.ts';
import { loadWords } from '../../words/load-words.ts';
import { initLanguage } from '../../words/init-language.ts';

const CLOCK_EVERY_MS = 10_000;

// The side panel is this page at another address: one app in three places.
const surface = location.pathname.endsWith('/sidepanel.html')
  ? 'panel'
  : new URLSearchParams(location.search).get('surface') === 'tab'
    ? 'tab'
    : 'popup';
document.documentElement.dataset['surface'] = surface;

// If no background is listening yet, it does the work when it starts.
const wake = () => void chrome.runtime.sendMessage(WAKE).catch(() => {});

const area = readTogether(chrome.storage.local);
const languages = createLanguageStore(area);
const settings = createSettingsStore(area, localBuildSettings());
const app = createApp({
  settings,
  memory: createMemoryStore(area),
  kept: createKeptImports(createKeptNews(() => void app.readKept())),
  fetcher: fetchFromAllowed((input, init) => fetch(input, init), mayReach),
  now: Date.now,
  fillRandom: (bytes) => crypto.getRandomValues(bytes),
  localZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  surface,
  address: {
    read: () => parseRoute(location.hash),
    navigate: (hash) => (location.hash = hash),
    replace: (hash) => location.replace(hash),
  },
  openTab(hash) {
    void chrome.tabs.create({ url: chrome.runtime.getURL(`popup.html?surface=tab${hash}`) });
    if (surface === 'popup') window.close();
  },
  openPanel: surface === 'popup' ? panelOpener(() => window.close()) : null,
  requestHost,
  openSettings: () => void chrome.runtime.openOptionsPage(),
  wake,
  popupKey: async () => (await chrome.commands.getAll()).find(({ name }) => name === '_execute_action')?.shortcut ?? '',
});

const language = initLanguage(languages, chrome.i18n.getUILanguage(), () => location.reload());
window.addEventListener('hashchange', () => app.places.arrive(parseRoute(location.hash)));
// The permission may be taken away or given back in the browser's settings while this page is open.
chrome.permissions.onRemoved.addListener(() => void app.connection.account.refresh());
chrome.permissions.onAdded.addListener(() => void app.connection.account.refresh());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && languages.isAmong(changes)) void language.follow();
  if (area === 'local' && settings.isAmong(changes)) void app.readSettings();
  wake();
});
setInterval(() => (app.clock.value = Date.now()), CLOCK_EVERY_MS);

// Read together with the language in one request, so that the first screen has everything. A failed read must not delay
// the screen.
void app.readMemory();
await Promise.allSettled([language.ready, app.readSettings()]);

const root = document.getElementById('app');
if (root) {
  render(
    <AppContext.Provider value={app}>
      <AppScreen />
    </AppContext.Provider>,
    root,
  );
}
void loadWords();
void app.readKept();
