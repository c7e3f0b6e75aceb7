import { describe, expect, it } from 'vitest';
import { IMPORT_STATES } from '../../../shared/protocol/import.ts';
import { CAMPAIGN_STATES } from '../../../shared/protocol/campaign-view.ts';
import { FINAL_OUTCOMES, noOutcomes, OUTCOMES, sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { allowedActions } from '../../../extension/screens/watch/actions/allowed-actions.ts';
import { CAMPAIGN_TONES } from '../../../extension/state/campaign-tones.ts';
import { campaignsInOrder } from '../../../extension/screens/watch/campaigns-in-order.ts';
import { doneOf, OUTCOMES_IN_ORDER, settledOf, totalOf } from '../../../extension/state/outcome-totals.ts';
import { pickedTemplate } from '../../../extension/screens/home/picked-template.ts';
import { foldDrafts } from '../../../extension/screens/home/fold-drafts.ts';
import { onCards, recentImports } from '../../../extension/screens/home/recent-imports.ts';
import { keptImport } from '../support/kept-import.ts';
import { campaignView, importSummary, template } from '../support/wire.ts';

describe('outcome totals', () => {
  it('counts the outcomes of the wire, each once, the final ones as settled and those reached as done', () => {
    const counts = noOutcomes();
    OUTCOMES.forEach((outcome, index) => (counts[outcome] = 2 ** index));

    expect(OUTCOMES_IN_ORDER.toSorted()).toEqual(OUTCOMES.toSorted());
    expect(totalOf(counts)).toBe(sumOutcomes(counts));
    expect(settledOf(counts)).toBe(FINAL_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0));
    expect(doneOf(counts)).toBe(settledOf(counts) - counts.not_attempted - counts.unaccounted - counts.suppressed);
  });
});

describe('recentImports', () => {
  it('lists what is here and what the Worker has, newest first, nothing twice', () => {
    const kept = [keptImport({ id: 'here0001', keptAt: Date.parse('2026-11-22T05:00:00Z') })];
    const summaries = [
      importSummary({ id: 'new00001', createdAt: '2026-11-22T06:00:00Z', state: 'finished' }),
      importSummary({ id: 'here0001', createdAt: '2026-11-22T05:00:01Z', state: 'receiving' }),
      importSummary({ id: 'old00001', createdAt: '2026-11-22T04:00:00Z', state: 'stopped' }),
    ];

    const ids = recentImports(kept, summaries).map((one) =>
      one.from === 'browser' ? `${one.kept.id}!` : one.summary.id,
    );

    expect(ids).toEqual(['new00001', 'here0001!', 'old00001']);
  });

  it('leaves to cards of their own those under way, calls that go out first, each in one place', () => {
    const underWay = ['launching', 'paused', 'needs_attention', 'running', 'stopping'] as const;
    const summaries = [
      importSummary({ id: 'mine0001', state: 'running', test: true }),
      importSummary({ id: 'here0001', state: 'launching' }),
      importSummary({ id: 'done0001', state: 'finished' }),
      ...underWay.map((state) => importSummary({ id: state, state })),
    ];
    const kept = [keptImport({ id: 'here0001' })];

    expect(onCards(kept, summaries).map(({ id }) => id)).toEqual(['running', 'stopping', 'needs_attention']);
    const ids = recentImports(kept, summaries).map((one) => (one.from === 'browser' ? one.kept.id : one.summary.id));
    expect(ids.toSorted()).toEqual(['done0001', 'here0001', 'launching', 'mine0001', 'paused']);
  });
});

describe('foldDrafts', () => {
  const newest = Date.parse('2026-11-22T05:00:00Z');
  const drafts = [1, 2, 3, 4, 5, 6, 7].map((age) => keptImport({ id: `draft${age}`, keptAt: newest - age * 60_000 }));
  const old = importSummary({ id: 'old00001', createdAt: '2026-11-20T04:00:00Z', state: 'finished' });
  const stuck = keptImport({
    id: 'stuck001',
    keptAt: newest - 9 * 60_000,
    upload: { step: 'stuck', task: 'sending', offset: 0, fault: { code: 'file_lost' } },
  });
  const ids = (isOpen: boolean) => {
    const { all, folded } = foldDrafts(recentImports([...drafts, stuck], [old]), isOpen);
    return [all.map((one) => (one.from === 'browser' ? one.kept.id : one.summary.id)), folded];
  };

  it('folds drafts but for the newest five, and nothing that was started', () => {
    expect(ids(false)).toEqual([['draft1', 'draft2', 'draft3', 'draft4', 'draft5', 'stuck001', 'old00001'], 2]);
    expect(ids(true)).toEqual([[...drafts.map(({ id }) => id), 'stuck001', 'old00001'], 0]);
  });
});

describe('campaignsInOrder', () => {
  it('leaves a few as they call, and begins many with what needs looking at', () => {
    const all = [
      campaignView({ seq: 1, state: 'completed' }),
      campaignView({ seq: 2, state: 'in_progress' }),
      campaignView({ seq: 3, state: 'created' }),
      campaignView({ seq: 4, state: 'refused' }),
    ];

    expect(campaignsInOrder(all, 4)).toBe(all);
    expect(campaignsInOrder(all, 3).map(({ seq }) => seq)).toEqual([4, 2, 3, 1]);
  });

  it('has a place for every state of the wire', () => {
    expect(Object.keys(CAMPAIGN_TONES).toSorted()).toEqual(CAMPAIGN_STATES.toSorted());
  });
});

describe('pickedTemplate', () => {
  it('takes the last used, or the only one, and never guesses', () => {
    const [one, two] = [template({ id: 't1' }), template({ id: 't2' })];

    expect(pickedTemplate([one, two], 't2')).toBe(two);
    expect(pickedTemplate([one], 'deleted')).toBe(one);
    expect(pickedTemplate([one, two], 'deleted')).toBeNull();
    expect(pickedTemplate([], null)).toBeNull();
  });
});

describe('allowedActions', () => {
  it('offers the way out of everything that is under way, and erasing only of what is not', () => {
    const offered = IMPORT_STATES.map((state) => {
      const allowed = allowedActions(state);
      return [
        state,
        Object.entries(allowed)
          .flatMap(([name, is]) => (is ? [name] : []))
          .join(' '),
      ];
    });

    expect(offered).toEqual([
      ['receiving', 'erase'],
      ['checked', 'start erase'],
      ['launching', 'pause stop results'],
      ['running', 'pause stop results'],
      ['paused', 'resume stop results'],
      ['stopping', 'results'],
      ['stopped', 'results erase'],
      ['finished', 'results erase'],
      ['failed', 'erase'],
      ['needs_attention', 'resume stop results'],
    ]);
  });
});
