import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Import } from '../../../shared/protocol/import.ts';
import { noOutcomes, sumOutcomes, type OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import { applyLiveMessage } from '../../local/stack/follow-import.ts';
import { outcomesInWords, progressLines } from '../../local/parts/progress-lines.ts';

function makeImport(contacts: OutcomeCounts, campaigns: Import['campaigns'] = []): Import {
  const accepted = sumOutcomes(contacts);
  return {
    id: 'k3v9x2a7',
    name: 'Diwali leads',
    state: 'running',
    channel: 'voice',
    test: false,
    origin: { kind: 'file' },
    template: { id: 't1', name: 'Greeting' },
    file: { name: 'leads.csv', bytes: 1, received: 1, sha256: null },
    rows: { total: accepted, accepted, duplicate: 0, invalid: 0, blank: 0, suppressed: 0, called_recently: 0 },
    issues: {},
    otherTables: [],
    shape: null,
    variables: [],
    delivery: 'auto',
    adjust: {},
    plan: null,
    spend: null,
    fingerprint: null,
    contacts,
    campaigns,
    attention: [],
    launchedBefore: null,
    approval: null,
    keys: {},
    override: null,
    createdBy: 'asha',
    createdAt: '2026-11-22T10:00:00Z',
    launchedAt: null,
    expiresAt: null,
    finishedAt: null,
    asOf: '2026-11-22T10:00:00Z',
  };
}

function makeCampaign(seq: number, contacts: number): Import['campaigns'][number] {
  const outcomes = { ...noOutcomes(), queued: contacts };
  return {
    seq,
    name: `n ${seq}`,
    sid: null,
    state: 'created',
    contacts,
    sendAt: null,
    endAt: null,
    outcomes,
    lists: [],
  };
}

const few = fc.nat(1_000_000);
const anyCounts: fc.Arbitrary<OutcomeCounts> = fc.record({
  queued: few,
  dialling: few,
  retrying: few,
  completed: few,
  no_answer: few,
  busy: few,
  failed: few,
  dnd: few,
  invalid: few,
  not_attempted: few,
  unaccounted: few,
  suppressed: few,
});

describe('progressLines', () => {
  it('says how many are done in Indian grouping, then each outcome that has contacts', () => {
    const lines = progressLines(makeImport({ ...noOutcomes(), completed: 4_900, dnd: 60, queued: 145_040 }));
    const [name, total, words] = lines.map((line) => stripVTControlCharacters(line));
    expect(name).toBe('  Diwali leads  running');
    expect(total).toBe(`  ${'█'.repeat(1)}${'░'.repeat(39)}  4,960 of 1,50,000 done`);
    expect(words).toBe('  4,900 completed, 60 do not disturb, 1,45,040 queued');
  });

  it('draws a bar that is always forty cells wide', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const line = stripVTControlCharacters(progressLines(makeImport(counts))[1] ?? '');
        expect(line.match(/[█░]/g)).toHaveLength(40);
      }),
    );
  });

  it('shows twelve campaigns and says how many more there are', () => {
    const campaigns = Array.from({ length: 200 }, (_, at) => makeCampaign(at + 1, 5_000));
    const lines = progressLines(makeImport(noOutcomes(), campaigns));
    expect(lines.filter((line) => line.includes('of 5,000'))).toHaveLength(12);
    expect(lines).toContain('       and 188 more campaigns');
  });

  it('leaves out outcomes nobody has', () => {
    expect(outcomesInWords(noOutcomes())).toBe('');
  });
});

describe('applyLiveMessage', () => {
  const before = makeImport({ ...noOutcomes(), queued: 10 }, [makeCampaign(1, 5), makeCampaign(2, 5)]);
  const change = {
    type: 'change' as const,
    state: 'finished' as const,
    contacts: { ...noOutcomes(), completed: 10 },
    campaigns: [{ ...makeCampaign(2, 5), state: 'completed' as const }],
    attention: [],
    finishedAt: '2026-11-22T11:00:00Z',
    asOf: '2026-11-22T11:00:00Z',
  };

  it('replaces campaigns by their number and keeps the others', () => {
    const after = applyLiveMessage(before, change);
    expect(after?.campaigns.map(({ seq, state }) => [seq, state])).toEqual([
      [1, 'created'],
      [2, 'completed'],
    ]);
    expect(after?.state).toBe('finished');
    expect(after?.rows).toEqual(before.rows);
  });

  it('knows nothing before the first snapshot and after a deletion', () => {
    expect(applyLiveMessage(null, change)).toBeNull();
    expect(applyLiveMessage(before, { type: 'deleted' })).toBeNull();
    expect(applyLiveMessage(null, { type: 'snapshot', import: before })).toEqual(before);
  });
});
