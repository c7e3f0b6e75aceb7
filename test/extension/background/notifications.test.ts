import { describe, expect, it } from 'vitest';
import { newsOf } from '../../../extension/background/notifications.ts';
import { newsWords } from '../../../extension/background/show-notifications.ts';
import { attentionText } from '../../../extension/words/en/attention.ts';
import { news as english } from '../../../extension/words/en/news.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { importSummary } from '../support/wire.ts';

const contacts = { ...noOutcomes(), completed: 1200, no_answer: 30, busy: 4 };
const attention = [{ code: 'not_moving', message: 'Campaign 2 stands still.', seq: 2, choices: [], facts: null }];

describe('newsOf', () => {
  it('tells the end, whatever waits for a person, and nothing of what goes its way', () => {
    const watched = [
      importSummary({ id: 'ended001', state: 'finished', contacts, attention }),
      importSummary({ id: 'stuck001', state: 'running', attention }),
      importSummary({ id: 'going001', state: 'running' }),
    ];
    const kept = [
      keptImport({ id: 'asks0001', upload: { step: 'asks_again', why: 'plan_changed' } }),
      keptImport({
        id: 'lost0001',
        upload: { step: 'stuck', task: 'opening', offset: 0, fault: { code: 'file_lost' } },
      }),
      keptImport({ id: 'sends001', upload: working('sending') }),
    ];
    expect(newsOf(kept, watched, []).map(({ key, kind }) => [key, kind])).toEqual([
      ['upload:asks0001:plan_changed', 'upload_waits'],
      ['upload:lost0001:file_lost', 'upload_waits'],
      ['finished:ended001', 'finished'],
      ['attention:stuck001:not_moving:2', 'attention'],
    ]);
  });

  it('tells nothing twice', () => {
    const watched = [importSummary({ id: 'ended001', state: 'finished' })];
    expect(newsOf([], watched, ['finished:ended001'])).toEqual([]);
  });
});

describe('newsWords', () => {
  it('says how it ended, or in the words of the Worker what waits', () => {
    const [ended, waits] = newsOf(
      [],
      [importSummary({ state: 'finished', contacts }), importSummary({ state: 'running', attention })],
      [],
    );
    expect(ended && newsWords(ended, english, attentionText)).toEqual({
      title: 'Diwali leads: Finished',
      message: '1,200 completed, 30 no answer, 4 busy.',
    });
    expect(waits && newsWords(waits, english, attentionText)).toEqual({
      title: 'Diwali leads: Needs you',
      message: 'Campaign 2 stands still.',
    });
  });
});
