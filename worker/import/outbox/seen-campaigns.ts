import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { END_PASSED_SECONDS } from '../../../shared/safety-limits.ts';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { readCampaignToken } from '../../../shared/campaign/name-token.ts';
import { howFar, isBeforeStart } from './how-far.ts';
import { noteSeen } from './unseen-creates.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { UpstreamCampaign } from '../../exotel/read-campaign.ts';
import type { CampaignRow } from './campaign-row.ts';

/** What Exotel shows, laid over a row: which campaign is ours, how far it is, and which others bear its name. Pure. */

/** A row without a campaign finds one under its name, or several. */
export function adopt(before: CampaignRow, found: readonly UpstreamCampaign[], now: number): CampaignRow {
  const [first, ...rest] = found.toSorted((left, right) => howFar(right, now) - howFar(left, now));
  if (first === undefined) return before;
  const row = noteSeen(
    before,
    found.map(({ sid }) => sid),
  );
  const duplicates = rest.filter((campaign) => !isOver(campaign.state)).map(({ sid, state }) => ({ sid, state }));
  const unread = withEnded(before, rest);
  const state = first.state === 'unknown' ? 'created' : first.state;
  // The row was held because its campaign was taken not to exist; a held campaign must not ring, so this one is paused.
  const want = row.state === 'held' ? 'paused' : row.want;
  const over = found.filter((campaign) => isOver(campaign.state));
  const after = { ...row, sid: first.sid, state, want, lookupAt: null, refusal: null, duplicates, unread };
  return withOver(after, over, now);
}

/** Applies one page of the account's campaigns to a row: its new state, and duplicates that must not dial. */
export function afterRead(before: CampaignRow, shown: readonly UpstreamCampaign[], now: number): CampaignRow {
  if (before.sid === null) return before;
  const campaigns = shown.map((campaign) => asKnown(before, campaign)).filter((campaign) => campaign !== null);
  const after = laidOver(before, campaigns, now);
  const others = campaigns.filter((campaign) => sharesName(after, campaign));
  const over = others.filter(({ state }) => isOver(state));
  return readNext(withOver({ ...after, unread: withEnded(before, others) }, over, now), now);
}

/**
 * A state that we do not know takes nothing back: what was over stays over, so it tells nothing new (null), and a
 * duplicate that was paused stays paused. Otherwise an action that was done already would be repeated for ever.
 */
function asKnown({ overSids = [], duplicates }: CampaignRow, campaign: UpstreamCampaign): UpstreamCampaign | null {
  if (campaign.state !== 'unknown') return campaign;
  if (overSids.includes(campaign.sid)) return null;
  const isPaused = duplicates.some(({ sid, state }) => sid === campaign.sid && state === 'paused');
  return isPaused ? { ...campaign, state: 'paused' } : campaign;
}

type Over = Pick<UpstreamCampaign, 'sid' | 'startsAt'>;

function withOver(row: CampaignRow, over: readonly Over[], now: number): CampaignRow {
  const { overSids = [], silentSids = [] } = row;
  const news = over.filter(({ sid }) => !overSids.includes(sid)).map(({ sid }) => sid);
  const silent = over.filter((each) => !silentSids.includes(each.sid) && isBeforeStart(each, now));
  const after = news.length === 0 ? row : { ...row, overSids: [...overSids, ...news] };
  return silent.length === 0 ? after : { ...after, silentSids: [...silentSids, ...silent.map(({ sid }) => sid)] };
}

function laidOver(before: CampaignRow, campaigns: readonly UpstreamCampaign[], now: number): CampaignRow {
  const shown = campaigns.filter((campaign) => campaign.sid === before.sid || sharesName(before, campaign));
  const seen = noteSeen(
    before,
    shown.map(({ sid }) => sid),
  );
  const row = preferFurther(seen, campaigns, now);
  const own = campaigns.find((campaign) => campaign.sid === row.sid);
  const duplicates = mergeDuplicates(row, campaigns);
  if (own === undefined) return { ...row, duplicates };
  const state = own.state === 'unknown' ? byTheClock(row, now) : own.state;
  const over = isOver(state) && row.overAt === null ? { overAt: now, pageAt: now, pageOffset: 0 } : {};
  const reached =
    (row.want === 'paused' && (own.state === 'paused' || isOver(state))) ||
    (row.want === 'running' && own.state !== 'paused' && own.state !== 'unknown');
  return { ...row, ...over, state, want: reached ? null : row.want, duplicates };
}

/**
 * For a state of Exotel's that we do not know: the campaign counts as calling from its start on, and as completed once
 * its end has passed.
 */
function byTheClock({ state, sendAt, endAt }: CampaignRow, now: number): CampaignState {
  if (isOver(state)) return state;
  if (now > endAt + END_PASSED_SECONDS * 1000) return 'completed';
  return state === 'created' && now >= sendAt ? 'in_progress' : state;
}

/**
 * No other campaign has a name of our making, so a second one is a launch of ours that was thought lost. A campaign
 * that a person adopted has somebody else's name: others of that name are not ours to touch.
 */
function sharesName(row: CampaignRow, { sid, name }: UpstreamCampaign): boolean {
  return isSameName(row.name, name) && sid !== row.sid && readCampaignToken(row.name)?.seq === row.seq;
}

/**
 * Of two campaigns under one name the one that is further is ours, even if the row followed the other: continuing a
 * paused one beside one that has called everybody would call them all again. If either was silenced, ours stays
 * silenced. Of those in a state that we do not know, one made before ours may have called everybody already, so it is
 * followed while ours has not begun.
 */
function preferFurther(row: CampaignRow, campaigns: readonly UpstreamCampaign[], now: number): CampaignRow {
  const { state: shown, startsAt } = campaigns.find(({ sid }) => sid === row.sid) ?? { ...row, startsAt: null };
  const own = shown === 'unknown' ? row.state : shown;
  const far = howFar({ state: own, startsAt }, now);
  const isNewest = row.sid === row.answeredSid && far === 1;
  const isFurther = (campaign: UpstreamCampaign) =>
    howFar(campaign, now) > Math.max(1, far) ||
    (isNewest && campaign.state === 'unknown' && campaign.startsAt === null);
  const [further] = campaigns
    .filter((campaign) => sharesName(row, campaign) && isFurther(campaign) && !row.silentSids?.includes(campaign.sid))
    .toSorted((left, right) => howFar(right, now) - howFar(left, now));
  if (further === undefined || row.sid === null) return row;
  const left = isOver(own) ? [] : [{ sid: row.sid, state: own }];
  const duplicates = [...row.duplicates.filter(({ sid }) => sid !== row.sid), ...left];
  const want = own === 'paused' && row.want === null && !isOver(further.state) ? 'paused' : row.want;
  // What was read of the other campaign does not apply to this one.
  const anew = { overAt: null, pageOffset: 0, pageAt: 0, pagedAt: null, closed: false, goneAt: null, missedAt: null };
  const state = further.state === 'unknown' ? ('in_progress' as const) : further.state;
  return { ...row, ...anew, misses: 0, sid: further.sid, state, want, duplicates };
}

/** Adds campaigns that have ended and were not read yet: duplicates that were seen before, and those first seen now. */
function withEnded(before: CampaignRow, others: readonly UpstreamCampaign[]): readonly string[] {
  const ended = others.filter(
    ({ sid, state }) =>
      mayHaveRung(state) &&
      sid !== before.sid &&
      !before.unread.includes(sid) &&
      (!before.seenSids.includes(sid) || before.duplicates.some((duplicate) => duplicate.sid === sid)),
  );
  return [...before.unread, ...ended.map(({ sid }) => sid)];
}

/** An action ended a duplicate. */
export function afterDuplicateAction(row: CampaignRow, sid: string, state: CampaignState, now: number): CampaignRow {
  const duplicates = row.duplicates.map((duplicate) => (duplicate.sid === sid ? { ...duplicate, state } : duplicate));
  const unread = mayHaveRung(state) && !row.unread.includes(sid) ? [...row.unread, sid] : row.unread;
  return readNext(withOver({ ...row, duplicates, unread }, isOver(state) ? [{ sid, startsAt: null }] : [], now), now);
}

/** An action on it failed: the others have their turn first, so that it does not keep them ringing. */
export function putLast(row: CampaignRow, sid: string): CampaignRow {
  const failed = row.duplicates.filter((duplicate) => duplicate.sid === sid);
  return { ...row, duplicates: [...row.duplicates.filter((duplicate) => duplicate.sid !== sid), ...failed] };
}

function mayHaveRung(state: CampaignState): boolean {
  return isOver(state) && state !== 'deleted';
}

/** Once this campaign is read to its end, the next one that may have called people takes its place and is read. */
export function readNext(row: CampaignRow, now: number): CampaignRow {
  const unread = row.unread.filter((sid) => sid !== row.sid);
  const [sid, ...rest] = unread;
  if (sid === undefined || !(row.closed || row.state === 'deleted')) return { ...row, unread };
  const state = 'completed' as const;
  const next = { sid, unread: rest, state, closed: false, overAt: now, pageOffset: 0, pageAt: now, pagedAt: null };
  return { ...withOver(row, row.sid === null ? [] : [{ sid: row.sid, startsAt: null }], now), ...next };
}

/** A page shows only some of the campaigns under a name; duplicates it does not show are kept, and all keep their order. */
function mergeDuplicates(row: CampaignRow, campaigns: readonly UpstreamCampaign[]): CampaignRow['duplicates'] {
  const shown = campaigns.filter((campaign) => sharesName(row, campaign));
  const known = row.duplicates
    .filter(({ sid }) => sid !== row.sid)
    .map((duplicate) => shown.find(({ sid }) => sid === duplicate.sid) ?? duplicate);
  const news = shown.filter(({ sid }) => !row.duplicates.some((duplicate) => duplicate.sid === sid));
  return [...known, ...news].filter(({ state }) => !isOver(state)).map(({ sid, state }) => ({ sid, state }));
}
