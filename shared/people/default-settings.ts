import { WEEKDAYS, type Calendar } from './calling-days.ts';
import { parseWindowTimes } from '../plan/calling-window.ts';
import { DEFAULT_CAPS } from './caps.ts';
import type { SettingsChange, StoredSettings } from '../protocol/settings.ts';

/**
 * The connect rate of 15 % and the delivery of 80 % are the thresholds at which Exotel itself acts; the other shares
 * and counts are ours.
 */
export const DEFAULT_SETTINGS: StoredSettings = {
  window: null,
  weekdays: [...WEEKDAYS],
  closedDates: [],
  caps: DEFAULT_CAPS,
  approveAbove: null,
  prices: { pulse: null, pulseSeconds: 60, smsPart: null },
  spend: { day: null, person: null, import: null },
  brake: {
    enabled: true,
    minutes: 10,
    minCalls: 100,
    connectRate: 15,
    dndShare: 30,
    shortShare: 60,
    deliveryRate: 80,
  },
};

export function calendarOf({ window, weekdays, closedDates }: StoredSettings): Calendar {
  const hours = window === null ? null : parseWindowTimes(window);
  return { window: hours?.ok === true ? hours.value : null, weekdays, closedDates };
}

/** Settings that the change leaves out stay. */
export function changeSettings(settings: StoredSettings, change: SettingsChange): StoredSettings {
  const { window = settings.window, weekdays = settings.weekdays, approveAbove = settings.approveAbove } = change;
  return {
    window,
    weekdays,
    approveAbove,
    closedDates: [...new Set(change.closedDates ?? settings.closedDates)].toSorted(),
    caps: {
      voice: withChanges(settings.caps.voice, change.caps?.voice),
      sms: withChanges(settings.caps.sms, change.caps?.sms),
    },
    prices: withChanges(settings.prices, change.prices),
    spend: withChanges(settings.spend, change.spend),
    brake: withChanges(settings.brake, change.brake),
  };
}

/** A part whose value is undefined counts as left out. */
function withChanges<T extends object>(before: T, change: { readonly [K in keyof T]?: T[K] | undefined } = {}): T {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.assign({}, before, Object.fromEntries(named));
}
