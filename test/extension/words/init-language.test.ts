import { describe, expect, it, vi } from 'vitest';
import { createLanguageStore } from '../../../extension/storage/language.ts';
import { initLanguage } from '../../../extension/words/init-language.ts';
import { storageArea } from '../support/storage-area.ts';

const page = { documentElement: { lang: 'en' } };
vi.stubGlobal('document', page);

describe('a page', () => {
  it('speaks the language chosen, and loads again once for another, never for a late word of the same', async () => {
    const languages = createLanguageStore(storageArea({ language: 'hi' }));
    const reload = vi.fn();
    const language = initLanguage(languages, 'en-GB', reload);

    // Firefox tells a page of the change that opened it while the page still loads its words.
    await language.follow();
    expect([page.documentElement.lang, reload.mock.calls.length]).toEqual(['hi', 0]);

    await languages.write('en');
    await language.follow();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('does not load again while its words are on their way', async () => {
    const languages = createLanguageStore(storageArea({ language: 'hi' }));
    const order: string[] = [];
    const language = initLanguage(languages, 'en-GB', () => order.push('loads again'));
    void language.ready.then(() => order.push('has its words'));
    await languages.write('en');
    await language.follow();
    expect(order).toEqual(['has its words', 'loads again']);
  });
});
