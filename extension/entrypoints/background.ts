import { defineBackground } from 'wxt/utils/define-background';
import { BACKGROUND_TICK_SECONDS } from '../../shared/limits.ts';
import type { Badge } from '../background/badge.ts';
import { createBackground } from '../background/create-background.ts';
import { WAKE } from '../background/wake-message.ts';
import { createKeptImports } from '../storage/kept-imports.ts';
import { createKeptNews } from '../storage/kept-news.ts';
import { localBuildSettings } from '../storage/local-build-settings.ts';
import { createMemoryStore } from '../storage/memory.ts';
import { createSettingsStore } from '../storage/settings.ts';

const ALARM = 'dialsheet.work';
const BADGE_COLOURS: Record<Badge['tone'], string> = {
  none: '#0b6b5d',
  active: '#0b6b5d',
  good: '#146236',
  danger: '#b42318',
};

async function showBadge({ text, tone }: Badge): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: BADGE_COLOURS[tone] });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  await chrome.action.setBadgeText({ text });
}

async function comeBack(when: number | 'every_tick' | null): Promise<void> {
  if (when === null) await chrome.alarms.clear(ALARM);
  else if (when === 'every_tick') await chrome.alarms.create(ALARM, { periodInMinutes: BACKGROUND_TICK_SECONDS / 60 });
  else await chrome.alarms.create(ALARM, { when, periodInMinutes: BACKGROUND_TICK_SECONDS / 60 });
}

export default defineBackground(() => {
  const settings = createSettingsStore(chrome.storage.local, localBuildSettings());
  const background = createBackground({
    settings,
    memory: createMemoryStore(chrome.storage.local),
    kept: createKeptImports(createKeptNews(() => void background.showBadge())),
    fetcher: (input, init) => fetch(input, init),
    now: Date.now,
    random: Math.random,
    showBadge,
    comeBack,
  });
  const work = () => void background.work();

  chrome.runtime.onStartup.addListener(work);
  chrome.runtime.onInstalled.addListener(work);
  chrome.alarms.onAlarm.addListener(work);
  chrome.runtime.onMessage.addListener((message: unknown) => {
    if (message === WAKE) work();
  });
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && settings.isAmong(changes)) void background.reconnect().then(work);
  });
  self.addEventListener('online', work);
});
