import { defineBackground } from 'wxt/utils/define-background';
import { BACKGROUND_TICK_SECONDS, FIREFOX_TICK_SECONDS } from '../../shared/extension-limits.ts';
import { fetchFromAllowed } from '../api/fetch-from-allowed.ts';
import { mayReach } from '../api/host-permission.ts';
import type { Badge } from '../background/badge.ts';
import { createComeBack } from '../background/come-back.ts';
import { createBackground } from '../background/create-background.ts';
import { WAKE } from '../background/wake-message.ts';
import type { News } from '../background/notifications.ts';
import { newsWords } from '../background/show-notifications.ts';
import { formatRoute } from '../state/route.ts';
import { createKeptImports } from '../storage/kept-imports.ts';
import { createKeptNews } from '../storage/change-channel.ts';
import { localBuildSettings } from '../storage/local-build-settings.ts';
import { createMemoryStore } from '../storage/memory.ts';
import { createLanguageStore } from '../storage/language.ts';
import { createSettingsStore } from '../storage/settings.ts';
import { attentionText as englishAttention } from '../words/en/attention.ts';
import { news as englishNews } from '../words/en/news.ts';
import { attentionText as hindiAttention } from '../words/hi/attention.ts';
import { news as hindiNews } from '../words/hi/news.ts';
import { languageOf } from '../words/language.ts';

const ALARM = 'dialsheet.work';
const BADGE_COLOURS: Record<Badge['tone'], string> = {
  none: '#0b6b5d',
  active: '#0b6b5d',
  good: '#146236',
  ask: '#8a4b00',
  danger: '#b42318',
};

const NEWS = 'dialsheet.news.';

/**
 * A service worker cannot import modules later, so the few words of notifications are included here in each language.
 */
async function notify(news: News): Promise<void> {
  const choice = await createLanguageStore(chrome.storage.local).read();
  const isHindi = languageOf(choice, chrome.i18n.getUILanguage()) === 'hi';
  const words = isHindi ? newsWords(news, hindiNews, hindiAttention) : newsWords(news, englishNews, englishAttention);
  const iconUrl = chrome.runtime.getURL('/icon/128.png');
  const about = news.kind === 'day_end' ? '' : news.importId;
  await chrome.notifications.create(`${NEWS}${about}`, { type: 'basic', iconUrl, ...words });
}

/** Pressing a notification opens what it is about. */
function openNews(notificationId: string): void {
  if (!notificationId.startsWith(NEWS)) return;
  const id = notificationId.slice(NEWS.length);
  const hash = formatRoute(id === '' ? { screen: 'home' } : { screen: 'import', id });
  void chrome.tabs.create({ url: chrome.runtime.getURL(`/popup.html?surface=tab${hash}`) });
  void chrome.notifications.clear(notificationId);
}

async function showBadge({ text, tone }: Badge): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: BADGE_COLOURS[tone] });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  await chrome.action.setBadgeText({ text });
}

const TICK_MS = (import.meta.env.FIREFOX ? FIREFOX_TICK_SECONDS : BACKGROUND_TICK_SECONDS) * 1000;

export default defineBackground(() => {
  const settings = createSettingsStore(chrome.storage.local, localBuildSettings());
  const background = createBackground({
    settings,
    memory: createMemoryStore(chrome.storage.local),
    kept: createKeptImports(createKeptNews(() => void background.showBadge())),
    fetcher: fetchFromAllowed((input, init) => fetch(input, init), mayReach),
    now: Date.now,
    random: Math.random,
    showBadge,
    notify,
    comeBack: createComeBack({
      alarm: {
        get: () => chrome.alarms.get(ALARM),
        create: (when) => chrome.alarms.create(ALARM, { when, periodInMinutes: TICK_MS / 60_000 }),
        clear: () => chrome.alarms.clear(ALARM),
      },
      work: () => work(),
      now: Date.now,
      tickMs: TICK_MS,
    }),
  });
  const work = () => void background.work();

  chrome.runtime.onStartup.addListener(work);
  chrome.runtime.onInstalled.addListener(work);
  chrome.alarms.onAlarm.addListener(work);
  chrome.notifications.onClicked.addListener(openNews);
  chrome.runtime.onMessage.addListener((message: unknown) => {
    if (message === WAKE) work();
  });
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && settings.isAmong(changes)) void background.reconnect().then(work);
  });
  // Uploads that waited for a permission continue as soon as it is granted.
  chrome.permissions.onAdded.addListener(() => void background.hurry().then(work));
  self.addEventListener('online', () => void background.hurry().then(work));
  // A browser that was ended may come back without any of these events and without its alarms.
  work();
});
