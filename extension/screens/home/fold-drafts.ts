import type { RecentImport } from './recent-imports.ts';

const DRAFTS = 5;

/** Leaves out the older of many drafts, because they would hide the team's imports; also gives their number. */
export function foldDrafts(all: readonly RecentImport[], isOpen: boolean) {
  const drafts = all.filter((one) => one.from === 'browser' && one.kept.upload.step === 'draft');
  const old = new Set(isOpen ? [] : drafts.slice(DRAFTS));
  return { all: all.filter((one) => !old.has(one)), folded: old.size };
}
