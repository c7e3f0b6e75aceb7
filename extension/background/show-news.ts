import { words } from '../words/words.ts';
import type { News } from './news.ts';

/** What a notification says, in words. */
export function newsWords(news: News): { readonly title: string; readonly message: string } {
  const what = {
    finished: words.news.finished,
    stopped: words.news.stopped,
    attention: words.news.attention,
    upload_waits: words.news.uploadWaits,
  }[news.kind];
  const over = news.kind === 'finished' || news.kind === 'stopped';
  const outcome = over && news.contacts !== null ? words.news.outcome(news.contacts) : words.news.open;
  return { title: words.news.title(news.name, what), message: news.message ?? outcome };
}
