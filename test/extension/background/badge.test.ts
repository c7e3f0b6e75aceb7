import { describe, expect, it } from 'vitest';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { badgeFor } from '../../../extension/background/badge.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { importSummary } from '../support/wire.ts';

const sending = keptImport({ fileBytes: 200, upload: working('sending', 50) });
const stuck = keptImport({ upload: { step: 'stuck', task: 'opening', offset: 0, fault: { code: 'file_lost' } } });
const running = importSummary({ contacts: { ...noOutcomes(), completed: 199, queued: 1 } });
const over = { contacts: { ...noOutcomes(), completed: 10 } };
const finished = importSummary({ state: 'finished', ...over });

describe('badgeFor', () => {
  it('says the most urgent thing: a person first, then the upload, then the calls, then the end', () => {
    expect(badgeFor([stuck, sending], [running, finished])).toEqual({ text: '!', tone: 'danger' });
    expect(badgeFor([], [running, importSummary({ state: 'needs_attention' })])).toEqual({ text: '!', tone: 'danger' });
    expect(badgeFor([sending], [running])).toEqual({ text: '25%', tone: 'active' });
    expect(badgeFor([], [running, finished])).toEqual({ text: '99%', tone: 'active' });
    expect(badgeFor([], [finished])).toEqual({ text: '✓', tone: 'good' });
  });

  it('asks for a person when something under way does not move, not for what is over', () => {
    const attention = [{ code: 'not_moving', message: 'Campaign 2 stands still.', seq: 2, choices: [], facts: null }];
    expect(badgeFor([], [importSummary({ state: 'running', attention })])).toEqual({ text: '!', tone: 'danger' });
    expect(badgeFor([], [importSummary({ state: 'finished', attention, ...over })])).toEqual({
      text: '✓',
      tone: 'good',
    });
  });

  it('is silent about what was never started or was stopped', () => {
    expect(badgeFor([keptImport()], [importSummary({ state: 'stopped', ...over })])).toEqual({
      text: '',
      tone: 'none',
    });
  });

  it('gives no tick to an end that leaves people without a result', () => {
    const contacts = { ...noOutcomes(), completed: 10, unaccounted: 1 };
    expect(badgeFor([], [importSummary({ state: 'finished', contacts })])).toEqual({ text: '', tone: 'none' });
  });
});
