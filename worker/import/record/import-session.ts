import { stateOf, toImport } from './import-view.ts';
import { fingerprintOf } from './import-fingerprint.ts';
import { outgoingOf, planImport, toPlannedViews, toPlanView } from './plan-import.ts';
import { estimateSpend } from '../../../shared/people/spend.ts';
import { callingHours, type AccountRules } from '../../../shared/plan/plan-template.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import type { Calendar } from '../../../shared/people/calling-days.ts';
import type { Import, ImportState } from '../../../shared/protocol/import.ts';
import type { SpendTerms } from '../../../shared/protocol/spend.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from './import-record.ts';
import type { ImportStore } from './import-store.ts';

/** An import's record and campaigns, in memory and in storage: what is put is written before anything else runs. */
export interface ImportSession {
  record(): ImportRecord | null;
  rows(): readonly CampaignRow[];
  row(seq: number): CampaignRow | undefined;
  put(record: ImportRecord): ImportRecord;
  putRow(row: CampaignRow): void;
  /** Forgets everything, so that code still working on the import finds nothing. The storage is not touched. */
  clear(): void;
  state(record: ImportRecord): ImportState;
  view(record: ImportRecord): Import;
  /** The campaigns that were put since the last call. */
  takeChanged(): ReadonlySet<number>;
}

export function createImportSession(input: {
  readonly store: ImportStore;
  readonly account: (calendar: Calendar | null) => AccountRules;
  readonly now: () => number;
  /** Minutes of the account's pace promised to others, as far as they were asked for. */
  readonly promised: () => readonly PaceUse[];
  /** The prices an estimate uses; null until they were asked for. */
  readonly spendTerms?: () => SpendTerms | null;
}): ImportSession {
  const { store, account, now, promised, spendTerms } = input;
  let record = store.record();
  const rows = new Map(store.campaigns().map((row) => [row.seq, row]));
  let changed = new Set<number>();

  function list(): CampaignRow[] {
    return [...rows.values()];
  }

  function view(current: ImportRecord): Import {
    const asOf = now();
    // Before the launch the timetable moves with the clock; campaigns and contacts do not.
    const open = current.launchedAt === null && current.check !== null;
    const rules = account(current.calendar);
    const plan = open ? planImport(current, rules, asOf, promised()) : null;
    const facts = {
      received: store.received(),
      now: asOf,
      hours: callingHours(current.template, rules),
      fingerprint: fingerprintOf(current, rules),
    };
    const terms = spendTerms?.() ?? null;
    const spend = open && terms !== null ? estimateSpend(outgoingOf(current), terms) : null;
    if (plan?.ok !== true) return toImport(current, list(), { ...facts, planned: [] });
    const planned = toPlannedViews(current, plan.value);
    return toImport({ ...current, plan: toPlanView(plan.value) }, list(), { ...facts, planned, spend });
  }

  return {
    record: () => record,
    rows: list,
    row: (seq) => rows.get(seq),
    put: (next) => {
      store.saveRecord(next);
      record = next;
      return next;
    },
    putRow: (row) => {
      store.saveCampaign(row);
      rows.set(row.seq, row);
      changed.add(row.seq);
    },
    clear: () => {
      record = null;
      rows.clear();
      changed.clear();
    },
    state: (current) => stateOf(current, list()),
    view,
    takeChanged: () => {
      const taken = changed;
      changed = new Set();
      return taken;
    },
  };
}
