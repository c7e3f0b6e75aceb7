import type { RecentImport } from './recent-imports.ts';

const DRAFTS = 5;

/** All but the older of many drafts, which would hide what the team has; and how many they are. */
export function foldDrafts(all: readonly RecentImport[], isOpen: boolean) {
  const drafts = all.filter((one) => one.from === 'browser' && one.kept.upload.step === 'draft');
  const old = new Set(isOpen ? [] : drafts.slice(DRAFTS));
  return { all: all.filter((one) => !old.has(one)), folded: old.size };
}
