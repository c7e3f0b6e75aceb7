import { ok } from '../../../shared/result.ts';
import type { AnswerItem, ExotelAnswer } from '../../../worker/exotel/answer.ts';
import type { ExotelClient } from '../../../worker/exotel/client.ts';

type Method = Parameters<ExotelClient['request']>[0];
type Wire = (client: ExotelClient) => ExotelClient;

/** Changes readable answers to some requests on their way; `nth` counts them from 1. */
export function spoilAnswers(
  isMeant: (method: Method, path: string) => boolean,
  by: (answer: ExotelAnswer, nth: number, path: string) => ExotelAnswer,
): Wire {
  return (client) => {
    let nth = 0;
    return {
      request: async (method, path, body) => {
        const exchange = await client.request(method, path, body);
        if (!isMeant(method, path) || !exchange.result.ok) return exchange;
        nth += 1;
        return { ...exchange, result: ok(by(exchange.result.value, nth, path)) };
      },
    };
  };
}

export function changeData(
  answer: ExotelAnswer,
  by: (data: AnswerItem['data']) => Record<string, unknown>,
): ExotelAnswer {
  return { ...answer, items: answer.items.map(({ data, summary }) => ({ data: { ...data, ...by(data) }, summary })) };
}

/** A page of campaigns, of calls or of messages. */
export function isCampaignPage(_method: Method, path: string): boolean {
  return /^\/(?:message-)?campaigns\?/.test(path);
}

/** A page of lists. */
export function isListPage(_method: Method, path: string): boolean {
  return path.startsWith('/lists?');
}

/** An action on a campaign, its deletion included. */
export function isAction(method: string, path: string): boolean {
  return method !== 'GET' && /^\/(?:message-)?campaigns\/[^/?]+$/.test(path);
}

/** A page of a campaign's calls, or messages. */
export function isDetailPage(_method: string, path: string): boolean {
  return path.includes('-details?');
}
