import { lifeOf } from '../../../../shared/campaign/name-token.ts';
import { campaignName } from '../../../../shared/plan/campaign-name.ts';
import { newCampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import { newListRow } from '../../../../worker/import/outbox/list-record.ts';
import { newImportRecord } from '../../../../worker/import/record/import-record.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { ImportRecord } from '../../../../worker/import/record/import-record.ts';

const FIRST = { id: 'model', incarnation: 'aaaaaaaaaa' };

export const START = Date.parse('2026-11-22T06:00:00Z');
/** The day is short, because campaigns that may exist unseen are looked for until it is over. */
export const CLOSE_MINUTE = 10 * 60;
const CLOSES_AT = START + 4 * 3_600_000 - 60_000;

/** How large an import of the model is; with no lists its numbers travel inside its campaigns. */
interface Size {
  readonly campaigns: number;
  readonly contacts: number;
  readonly lists: number;
}

export function launchedRecord({ id, incarnation } = FIRST, now = START): ImportRecord {
  const template = {
    id: 't1',
    name: 'Diwali greeting',
    channel: 'voice' as const,
    callerId: '08088919888',
    flow: { kind: 'greeting' as const, text: 'Hello' },
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear' as const, on: [] },
    window: null,
    throttle: null,
    callDuplicates: false,
    purpose: 'service' as const,
    keys: {},
    customField: null,
    createdAt: '2026-11-22T06:00:00.000Z',
    updatedAt: '2026-11-22T06:00:00.000Z',
    createdBy: 'asha',
  };
  const input = {
    id,
    name: 'Model',
    createdBy: 'asha',
    template,
    fileName: 'a.csv',
    fileBytes: 1,
    callbackBase: 'https://a',
  };
  return {
    ...newImportRecord(input, { incarnation, now, expiresAt: null }),
    launchedAt: now,
    launchedBy: 'asha',
  };
}

export function plannedRow(seq: number, { campaigns, contacts, lists }: Size): CampaignRow {
  const name = campaignName({ importName: 'Model', life: lifeOf(FIRST), seq, total: campaigns });
  const sendAt = START + 180_000 + (seq - 1) * 60_000;
  const range = { firstContact: (seq - 1) * contacts, contacts };
  const each = Math.ceil(contacts / Math.max(1, lists));
  const ranges = Array.from({ length: lists === 0 ? 0 : Math.ceil(contacts / each) }, (_, i) => ({
    firstContact: range.firstContact + i * each,
    contacts: Math.min(each, contacts - i * each),
  }));
  const rows = ranges.map((one) => newListRow({ ...FIRST, name: 'Model' }, one, true));
  return newCampaignRow({ seq, name, ...range, sendAt, endAt: CLOSES_AT, lists: rows, deletable: true });
}
