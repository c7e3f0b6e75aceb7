import type { Words } from '../words/words.ts';
import type { News } from './notifications.ts';

/** What a notification says, in words. */
export function newsWords(
  news: News,
  words: Words['news'],
  sentence: Words['sentences']['attention'],
): { readonly title: string; readonly message: string } {
  if (news.kind === 'day_end')
    return { title: words.dayEnd(news.totals.imports), message: words.dayTotals(news.totals) };
  const what = {
    finished: words.finished,
    stopped: words.stopped,
    attention: words.attention,
    upload_waits: words.uploadWaits,
    approval_asked: words.approvalAsked,
    sent_back: words.sentBack,
  }[news.kind];
  const over = news.kind === 'finished' || news.kind === 'stopped';
  const outcome = over && news.contacts !== null ? words.outcome(news.contacts) : words.open;
  return { title: words.title(news.name, what), message: news.attention === null ? outcome : sentence(news.attention) };
}
