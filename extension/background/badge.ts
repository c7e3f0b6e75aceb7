import type { ImportSummary } from '../../shared/protocol/import.ts';
import { standingOf } from '../state/import-standing.ts';
import { settledOf, totalOf } from '../state/outcome-totals.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import { formatCount, formatPercent } from '../words/format-number.ts';

export interface Badge {
  readonly text: string;
  readonly tone: 'none' | 'active' | 'good' | 'ask' | 'danger';
}

const NONE: Badge = { text: '', tone: 'none' };

function isOver(summary: ImportSummary): boolean {
  const { state } = summary;
  return (state === 'finished' || state === 'stopped') && standingOf(summary).settled;
}

function isSentBack({ state, approval }: ImportSummary): boolean {
  return state === 'checked' && approval?.state === 'sent_back';
}

/** What the icon shows of everything started from this browser: the most urgent thing first. */
export function badgeFor(kept: readonly KeptImport[], watched: readonly ImportSummary[], approvals = 0): Badge {
  const needsPerson =
    kept.some(({ upload }) => upload.step === 'stuck' || upload.step === 'asks_again') ||
    watched.some(
      (summary) =>
        summary.state === 'needs_attention' ||
        summary.state === 'failed' ||
        isSentBack(summary) ||
        (!isOver(summary) && summary.attention.length > 0),
    );
  if (needsPerson) return { text: '!', tone: 'danger' };
  if (approvals > 0) return { text: formatCount(approvals), tone: 'ask' };

  const sending = kept.filter(({ upload }) => upload.step === 'working');
  if (sending.length > 0) {
    const sent = sending.reduce((sum, { upload }) => sum + (upload.step === 'working' ? upload.offset : 0), 0);
    return {
      text: formatPercent(
        sent,
        sending.reduce((sum, { fileBytes }) => sum + fileBytes, 0),
      ),
      tone: 'active',
    };
  }

  const running = watched.filter((summary) => !isOver(summary) && summary.state !== 'checked');
  if (running.length > 0) {
    const done = running.reduce((sum, { contacts }) => sum + settledOf(contacts), 0);
    const total = running.reduce((sum, { contacts }) => sum + totalOf(contacts), 0);
    return { text: formatPercent(done, total), tone: 'active' };
  }
  return watched.some((summary) => standingOf(summary).code === 'finished') ? { text: '✓', tone: 'good' } : NONE;
}
