import { ALL_DAY } from '../rows.ts';
import { describe, expect, it } from 'vitest';
import { importSchema } from '../../../../shared/protocol/import.ts';
import { noOutcomes } from '../../../../shared/protocol/outcomes.ts';
import { rowWithLaterFields, withLaterFields } from '../../../../worker/import/record/upgrade-stored.ts';
import { lifeOf } from '../../../../shared/campaign/name-token.ts';
import { nameOf } from '../../../../worker/import/record/plan-import.ts';
import { toImport } from '../../../../worker/import/record/import-view.ts';
import { nextStep } from '../../../../worker/import/outbox/next-step.ts';
import { storedJson } from '../../../../worker/stored-json.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { ImportRecord } from '../../../../worker/import/record/import-record.ts';

const NOW = Date.parse('2026-11-22T06:00:00Z');

/** A running import, exactly as version 0.1.0 stored it. */
const RECORD = JSON.stringify({
  id: 'k3v9x2a7',
  name: 'Diwali leads',
  createdBy: 'asha',
  template: {
    id: 't1',
    name: 'Diwali greeting',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Namaste' },
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    window: null,
    throttle: null,
    callDuplicates: false,
    customField: null,
    createdAt: '2026-11-22T03:00:00Z',
    updatedAt: '2026-11-22T03:00:00Z',
    createdBy: 'asha',
  },
  fileName: 'leads.csv',
  fileBytes: 100,
  callbackBase: 'https://calls.example.com',
  createdAt: NOW,
  check: {
    rows: { total: 10, accepted: 10, duplicate: 0, invalid: 0, blank: 0 },
    issues: {},
    shape: { encoding: 'utf-8', delimiter: ',', header: true, headings: ['Phone'], numberColumn: 0, samples: [] },
    sha256: 'aa',
    numbersHash: 'bb',
    generation: 1,
  },
  fault: null,
  plan: {
    campaigns: 1,
    startsAt: '2026-11-22T06:03:00Z',
    endsAt: '2026-11-22T06:13:00Z',
    days: 1,
    worstCaseAttempts: 10,
  },
  desire: 'run',
  launchedBefore: null,
  hold: null,
  launchedAt: NOW,
  launchedBy: 'asha',
  finishedAt: null,
  readAt: 0,
  readOffset: 0,
  searchBlind: false,
});
const ROW = JSON.stringify({
  seq: 1,
  name: 'Diwali leads 1/1 #k3v9x2a7-1',
  firstContact: 0,
  contacts: 10,
  sendAt: NOW + 180_000,
  endAt: NOW + 3_600_000,
  state: 'pending',
  sid: null,
  sentAt: null,
  attempts: 0,
  lookups: 0,
  lookupAt: null,
  adoptSid: null,
  refusal: null,
  excluded: [],
  want: null,
  actionAt: 0,
  undeletable: false,
  twins: [],
  overAt: null,
  pageOffset: 0,
  pageAt: 0,
  pagedAt: null,
  closed: false,
  movedAt: 0,
  outcomes: { ...noOutcomes(), queued: 10 },
  unfinished: 10,
});

describe('what an earlier version stored', () => {
  const record = withLaterFields(storedJson<ImportRecord>(RECORD));
  const row = rowWithLaterFields(storedJson<CampaignRow>(ROW));

  it('is seen as what it is: calls from a file, with numbers inside its campaigns', () => {
    const view = importSchema.parse(toImport(record, [row], { received: 100, planned: [], now: NOW, hours: ALL_DAY }));
    expect([view.channel, view.origin, view.delivery, view.adjust, view.variables]).toEqual([
      'voice',
      { kind: 'file' },
      'auto',
      {},
      [],
    ]);
    expect(view.campaigns).toMatchObject([{ state: 'pending', contacts: 10, lists: [] }]);
  });

  it('goes by its id alone, as its campaigns and their callbacks do', () => {
    expect([record.incarnation, lifeOf(record), nameOf(record, 1, 1)]).toEqual(['', 'k3v9x2a7', row.name]);
  });

  it('goes on being launched', () => {
    expect(nextStep({ target: 'run', held: false, readAt: NOW, resumableAt: () => NOW }, [row], NOW)).toEqual({
      kind: 'send',
      seq: 1,
    });
  });

  it('keeps whatever it did store, under the names of today', () => {
    const { desire, ...record } = storedJson<{ readonly desire: string }>(RECORD);
    expect(withLaterFields(storedJson<ImportRecord>(RECORD))).toMatchObject({ ...record, target: desire });
    const { twins, ...row } = storedJson<{ readonly twins: unknown }>(ROW);
    expect(rowWithLaterFields(storedJson<CampaignRow>(ROW))).toMatchObject({ ...row, duplicates: twins });
  });
});
