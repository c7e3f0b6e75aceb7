import { describe, expect, it } from 'vitest';
import { newsWords } from '../../../extension/background/show-notifications.ts';
import { createLanguageStore } from '../../../extension/storage/language.ts';
import { attentionText } from '../../../extension/words/hi/attention.ts';
import { news as hindiNews } from '../../../extension/words/hi/news.ts';
import { languageOf } from '../../../extension/words/language.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { storageArea } from '../support/storage-area.ts';

describe('languageOf', () => {
  it.each([
    ['browser', 'hi', 'hi'],
    ['browser', 'hi-IN', 'hi'],
    ['browser', 'HI', 'hi'],
    ['browser', 'en-GB', 'en'],
    ['browser', 'ta-IN', 'en'],
    ['browser', 'hil', 'en'],
    ['browser', '', 'en'],
    ['hi', 'en-GB', 'hi'],
    ['en', 'hi-IN', 'en'],
  ] as const)('goes by the choice %s in a browser in %j: %s', (choice, browser, language) => {
    expect(languageOf(choice, browser)).toBe(language);
  });
});

describe('the language store', () => {
  it('goes with the browser until a language is chosen, and keeps the choice', async () => {
    const languages = createLanguageStore(storageArea());
    expect(await languages.read()).toBe('browser');
    await languages.write('hi');
    expect(await languages.read()).toBe('hi');
    await languages.write('browser');
    expect(await languages.read()).toBe('browser');
  });

  it.each(['klingon', 7, null, {}, '__proto__'])('takes %j for no choice', async (stored) => {
    expect(await createLanguageStore(storageArea({ language: stored })).read()).toBe('browser');
  });

  it('tells its own changes from others', () => {
    const languages = createLanguageStore(storageArea());
    expect([languages.isAmong({ language: {} }), languages.isAmong({ settings: {} })]).toEqual([true, false]);
  });
});

describe('a notification', () => {
  it('is worded in the language chosen', () => {
    const contacts = { ...noOutcomes(), completed: 1_200, no_answer: 30, busy: 4 };
    const news = { key: 'k', kind: 'finished', importId: 'i', name: 'leads', attention: null, contacts } as const;
    expect(newsWords(news, hindiNews, attentionText)).toEqual({
      title: 'leads: पूरा हुआ',
      message: '1,200 पूरी हुईं, 30 का जवाब नहीं, 4 व्यस्त।',
    });
  });
});
