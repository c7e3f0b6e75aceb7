import { attentionSentence } from '../../../shared/campaign/attention-sentences.ts';
import { IN_DOUBT_MINUTES, LIST_SLOW_MINUTES, STALLED_MINUTES } from '../../../shared/limits.ts';
import { resumableAt, type CallingHours } from '../../../shared/plan/open-hours.ts';
import { toWallMs } from '../../../shared/plan/zoned-time.ts';
import { DECISIONS } from '../../../shared/protocol/import.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { ALARM_FAILURES_SHOWN, LOST_ACTIONS_SHOWN } from '../../../shared/safety-limits.ts';
import { isAwaitingProof } from '../outbox/made-again.ts';
import { unseenUntil } from '../outbox/unseen-creates.ts';
import { isUnused } from '../outbox/campaign-lists.ts';
import { isLeft } from '../outbox/orphan-lists.ts';
import type { AttentionFacts, FactsOf } from '../../../shared/campaign/attention-facts.ts';
import type { Attention, Decision } from '../../../shared/protocol/import.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ListRow } from '../outbox/list-record.ts';
import type { TargetState } from '../outbox/next-step.ts';
import type { ImportRecord } from './import-record.ts';

const MINUTE_MS = 60_000;

/**
 * Everything that waits for a person or that one should know, each with the words of whoever refused and with what can
 * be done.
 */
export function attentionOf(
  record: Pick<ImportRecord, 'hold' | 'target' | 'trouble'> & Partial<Pick<ImportRecord, 'health' | 'silentUntil'>>,
  rows: readonly CampaignRow[],
  now: number,
  hours: CallingHours,
): Attention[] {
  const { hold, target, trouble } = record;
  const braked = record.health?.braked ?? null;
  const held = hold === null ? [] : [noteOf({ story: 'held', code: hold.code, words: hold.message }, null)];
  return [
    ...held,
    ...(braked === null ? [] : [noteOf({ story: 'health_brake', ...braked }, null)]),
    ...troubleAttention(trouble, now),
    ...silenceAttention(record.silentUntil ?? null, rows, hours, now),
    ...rows.flatMap(refusedAttention),
    ...rows.flatMap((row) => pressAttention(row, target)),
    ...rows.flatMap((row) => lookingAttention(row, target, now)),
    ...(target === 'run' ? rows.flatMap((row) => hoursAttention(row, hours, now)) : []),
    ...elsewhereAttention(rows, target),
    ...listAttention(rows, now),
    ...stalledAttention(rows, now),
  ];
}

/** A single failure is not shown, because it is retried within seconds. */
export function isTold(trouble: ImportRecord['trouble']): trouble is NonNullable<ImportRecord['trouble']> {
  return trouble !== null && trouble.failures >= ALARM_FAILURES_SHOWN;
}

function troubleAttention(trouble: ImportRecord['trouble'], now: number): Attention[] {
  if (!isTold(trouble)) return [];
  const minutes = Math.max(0, Math.floor((now - trouble.since) / MINUTE_MS));
  return [noteOf({ story: 'worker_failing', failures: trouble.failures, minutes }, null)];
}

/** The note that Exotel asked for silence; none for an import that is over, because it asks Exotel nothing. */
function silenceAttention(
  until: number | null,
  rows: readonly CampaignRow[],
  { timeZone }: CallingHours,
  now: number,
): Attention[] {
  if (until === null || until <= now || rows.every(({ closed }) => closed)) return [];
  return [noteOf({ story: 'exotel_silent', until: wallMinute(until, timeZone) }, null)];
}

/** Local time in the account's zone, such as `2026-11-30 09:00`. */
function wallMinute(at: number, timeZone: string): string {
  return new Date(toWallMs(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ');
}

function refusedAttention(row: CampaignRow): Attention[] {
  if (row.refusal === null || row.state !== 'refused') return [];
  const list = row.lists.find(({ state }) => state === 'refused') ?? null;
  const { code, message: words } = list?.refusal ?? row.refusal;
  // If its list is missing, the campaign was never made, so there is none to adopt.
  const choices = DECISIONS.filter((choice) => list === null || choice !== 'adopt');
  return [noteOf({ story: 'refused', seq: row.seq, code, words, list: list?.name ?? null }, row.seq, choices)];
}

/** One note, for people and for clients. Its code is the reason of the refusal if there is one, otherwise its story. */
function noteOf(facts: AttentionFacts, seq: number | null, choices: Decision[] = []): Attention {
  const code = 'code' in facts ? facts.code : facts.story;
  return { code, message: attentionSentence(facts), seq, choices, facts };
}

/**
 * A refused press is shown at once. A lost answer is shown only after several, because the next reading may find the
 * action done.
 */
function pressAttention(row: CampaignRow, target: TargetState): Attention[] {
  const { seq, actionRefused } = row;
  const press = pressOf(row, target);
  if (actionRefused === null || press === null) return [];
  const { code, message: words, tries } = actionRefused;
  if (code === 'in_doubt' && tries < LOST_ACTIONS_SHOWN) return [];
  return [{ ...noteOf({ story: 'press_refused', seq, press, code, words }, seq), code: 'press_refused' }];
}

/** What was asked of a campaign and Exotel does not do yet. */
function pressOf(row: CampaignRow, target: TargetState): 'pause' | 'resume' | 'stop' | null {
  const isEnding = target === 'stop' || row.want === 'ended';
  if (row.duplicates.some((other) => !isOver(other.state))) return 'stop';
  if (row.sid === null || isOver(row.state)) return null;
  if (isEnding) return 'stop';
  if (row.want === 'paused' && row.state !== 'paused') return 'pause';
  return row.want === 'running' && row.state === 'paused' ? 'resume' : null;
}

function hoursAttention({ seq, want, state, sendAt }: CampaignRow, hours: CallingHours, now: number): Attention[] {
  const at = want === 'running' && state === 'paused' ? resumableAt(hours, sendAt, now) : now;
  if (at <= now || !Number.isFinite(at)) return [];
  return [noteOf({ story: 'waits_for_hours', seq, opens: wallMinute(at, hours.timeZone) }, seq)];
}

/**
 * Shown only where somebody wants the campaign silent. A waiting decision has a note of its own that says more, and a
 * campaign that was made again is no news.
 */
function lookingAttention(row: CampaignRow, target: TargetState, now: number): Attention[] {
  const { seq, unseen } = row;
  const [first] = unseen;
  const isAwaited = target !== 'run' || row.want === 'ended';
  if (first === undefined || !isAwaited) return [];
  // Its answer is still on its way; only a timeout, an error or a restart can lose it.
  if (row.state === 'sending' && unseen.length === 1) return [noteOf({ story: 'being_made', seq }, seq)];
  const minutes = Math.max(0, Math.floor((now - first.sentAt) / MINUTE_MS));
  const minutesLeft = Math.max(0, Math.ceil((unseenUntil(row) - now) / MINUTE_MS));
  return [noteOf({ story: 'looked_for', seq, minutes, minutesLeft }, seq)];
}

/** Campaigns that need no decision but do not move either; each note disappears once its campaign moves. */
export function stalledAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const { seq } = row;
    const still = Math.floor((now - Math.max(row.movedAt, row.sendAt)) / MINUTE_MS);
    const doubted = row.sentAt === null ? 0 : now - row.sentAt;
    if (row.state === 'in_doubt' && doubted > IN_DOUBT_MINUTES * MINUTE_MS) {
      return [noteOf({ story: 'in_doubt_long', seq, minutes: Math.floor(doubted / MINUTE_MS) }, seq)];
    }
    if (row.state === 'in_progress' && still > STALLED_MINUTES) {
      return [noteOf({ story: 'not_moving', seq, minutes: still }, seq)];
    }
    if (row.state === 'created' && still > STALLED_MINUTES) {
      return [noteOf({ story: 'not_started', seq, minutes: still }, seq)];
    }
    const { unaccounted } = row.outcomes;
    return row.closed && unaccounted > 0
      ? [noteOf({ story: 'unaccounted', seq, contacts: unaccounted, totals: totalsOf(row) }, seq)]
      : [];
  });
}

/** What somebody did at Exotel to one of our campaigns, or changed in one campaign alone. */
function elsewhereAttention(rows: readonly CampaignRow[], target: TargetState): Attention[] {
  return rows.flatMap((row): Attention[] => {
    const { seq } = row;
    if (isAwaitingProof(row)) return target === 'stop' ? [] : [noteOf({ story: 'maybe_twice', seq }, seq)];
    if (row.state === 'paused' && row.want === null && !row.kept && row.steered !== 'paused' && target === 'run') {
      return [noteOf({ story: 'paused_elsewhere', seq }, seq)];
    }
    if (row.heardChanged === true && !row.closed) return [noteOf({ story: 'heard_changed', seq }, seq)];
    if (row.goneAt === null) return [];
    return [noteOf({ story: 'deleted_elsewhere', seq, before: row.state === 'deleted' }, seq)];
  });
}

/** What people should know about lists, though nothing has to be decided. */
function listAttention(rows: readonly CampaignRow[], now: number): Attention[] {
  return rows.flatMap((row) =>
    row.lists.flatMap((list) =>
      [...(isUnused(row) ? [] : storiesOf(list, now)), ...leftOf(list)].map((facts) => noteOf(facts, row.seq)),
    ),
  );
}

function storiesOf(
  { name, state, sentAt, contacts: all, omitted, counts, seen }: ListRow,
  now: number,
): AttentionFacts[] {
  // Exotel was not sent the contacts that we left out by name.
  const contacts = all - omitted;
  const waited = sentAt === null ? 0 : Math.floor((now - sentAt) / MINUTE_MS);
  // The list holds fewer contacts than were sent, and does not grow.
  const isShort = state === 'processing' && seen?.contacts != null && now - seen.since >= MINUTE_MS;
  if (isShort || ((state === 'processing' || state === 'in_doubt') && waited >= LIST_SLOW_MINUTES)) {
    return [{ story: 'list_slow', list: name, minutes: waited }];
  }
  const missing = counts === null ? 0 : contacts - counts.success;
  return state === 'completed' && missing > 0 ? [{ story: 'list_partly_taken', list: name, contacts, missing }] : [];
}

function leftOf({ orphans }: ListRow): AttentionFacts[] {
  return orphans.filter(isLeft).map(({ name }) => ({ story: 'list_left', list: name }));
}

/** Without callbacks nobody knows which contact ended how, but how many of each kind there are is known. */
function totalsOf({ uncalled }: CampaignRow): FactsOf<'unaccounted'>['totals'] {
  if (uncalled === null) return null;
  const [dnd, invalid, notAttempted] = [uncalled.dnd, uncalled.invalid, uncalled.not_attempted].map((n) =>
    Math.max(0, n),
  );
  const isKnown = [dnd, invalid, notAttempted].some((count) => count !== undefined && count > 0);
  return isKnown ? { dnd: dnd ?? 0, invalid: invalid ?? 0, notAttempted: notAttempted ?? 0 } : null;
}
