import { newCampaignRow, type CampaignRow } from '../outbox/campaign-row.ts';
import type { ListRow, OrphanList } from '../outbox/list-record.ts';
import type { TargetState } from '../outbox/next-step.ts';
import { newImportRecord, type CheckResult, type ImportRecord } from './import-record.ts';

const NOT_YET_CHECKED: Partial<CheckResult> = { variables: [], longestRowBytes: 0, otherTables: [], parts: null };

const NOT_YET_FOUND: Partial<CheckResult['shape']> = {
  verdict: { why: 'heading', doubt: null, other: null, candidates: [] },
  linesInQuotes: false,
  letterDoubt: null,
  callingCodeColumn: null,
  moreColumns: [],
  numbers: 'first',
  requiredColumns: [],
  linesAbove: 0,
};

const NOT_YET_CHOSEN = { fallback: '', spoken: null, shortened: 0 };

const NOT_YET_TOLD: Pick<ListRow, 'told' | 'named' | 'byMembers' | 'proof' | 'omitted'> = {
  told: null,
  named: true,
  byMembers: false,
  proof: null,
  omitted: 0,
};

/** Field names under which 0.1 and 0.2 stored data. */
interface FormerNames {
  readonly desire?: TargetState;
  readonly twins?: CampaignRow['duplicates'];
  readonly strays?: readonly OrphanList[];
}

/**
 * A record of an earlier version, with the fields it did not know set as in a new import. Stored data only ever gains
 * fields, so that deploying during a launch works, and so does rolling back.
 */
export function withLaterFields(stored: ImportRecord): ImportRecord {
  const { check: before } = stored;
  const check =
    before === null
      ? null
      : {
          ...NOT_YET_CHECKED,
          ...before,
          shape: { ...NOT_YET_FOUND, ...before.shape },
          variables: (before.variables ?? []).map((variable) => Object.assign({}, NOT_YET_CHOSEN, variable)),
        };
  const { desire: target, ...rest } = stored as ImportRecord & FormerNames;
  const former = target === undefined ? {} : { target };
  return {
    ...newImportRecord(stored, { incarnation: '', now: stored.createdAt, expiresAt: null }),
    ...former,
    ...rest,
    check,
  };
}

export function rowWithLaterFields(stored: CampaignRow): CampaignRow {
  const { seq, name, firstContact, contacts, sendAt, endAt } = stored;
  const planned = { seq, name, firstContact, contacts, sendAt, endAt };
  // Lists were added later than rows.
  const lists = ((stored as Partial<CampaignRow>).lists ?? []).map((list) => {
    const { strays: orphans = [], ...now } = list as ListRow & FormerNames;
    return Object.assign({}, NOT_YET_TOLD, { orphans }, now);
  });
  const { twins: duplicates = [], ...rest } = stored as CampaignRow & FormerNames;
  const row = newCampaignRow({ ...planned, lists: [], deletable: true });
  return Object.assign(row, { duplicates, ...unseenOf(stored, duplicates) }, rest, { lists });
}

/** Before `unseen` was stored, a row in doubt or posted more than once meant that something may exist unseen. */
function unseenOf(stored: CampaignRow, duplicates: CampaignRow['duplicates']): Partial<CampaignRow> {
  const { state, sid, attempts, sentAt, endAt } = stored;
  const isDoubted = state === 'sending' || state === 'in_doubt' || (attempts > 1 && state === 'created');
  const unseen = isDoubted && sentAt !== null ? [{ sentAt, endAt, longAbsent: false }] : [];
  return { unseen, seenSids: [...(sid === null ? [] : [sid]), ...duplicates.map((each) => each.sid)] };
}
