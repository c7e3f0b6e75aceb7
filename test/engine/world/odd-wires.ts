import { ok } from '../../../shared/result.ts';
import { changeData, isAction, isCampaignPage, isListPage } from './spoil-answers.ts';
import type { AnswerItem } from '../../../worker/exotel/answer.ts';
import type { ExotelClient } from '../../../worker/exotel/client.ts';

type OddWire = (client: ExotelClient, isOdd: () => boolean) => ExotelClient;
type Request = ExotelClient['request'];

/** Asks Exotel something else than was asked. */
function asking(by: (path: string) => string): OddWire {
  return (client, isOdd) => ({
    request: (method, path, body) => client.request(method, method === 'GET' && isOdd() ? by(path) : path, body),
  });
}

/** Changes the items of readable answers. */
function showing(
  isMeant: (...asked: Parameters<Request>) => boolean,
  by: (items: readonly AnswerItem[], nth: number) => readonly AnswerItem[],
): OddWire {
  return (client, isOdd) => {
    let nth = 0;
    return {
      request: async (method, path, body) => {
        const exchange = await client.request(method, path, body);
        if (!exchange.result.ok || !isOdd() || !isMeant(method, path, body)) return exchange;
        nth += 1;
        const { value } = exchange.result;
        return { ...exchange, result: ok({ ...value, items: by(value.items, nth) }) };
      },
    };
  };
}

const isPage: Parameters<typeof showing>[0] = (method, path) =>
  method === 'GET' && (isCampaignPage(method, path) || isListPage(method, path));
const isOne: Parameters<typeof showing>[0] = (method, path) =>
  method === 'GET' && /^\/(?:message-)?campaigns\/[^/?]+$/.test(path);

function withStatus(items: readonly AnswerItem[], status: unknown): readonly AnswerItem[] {
  return changeData({ items, total: null }, () => ({ status })).items;
}

/** Ways in which an Exotel may answer otherwise than its pages say, each without an error. */
export const ODD_WIRES: Readonly<Record<string, OddWire>> = {
  'every page begins at the beginning': asking((path) => path.replace(/offset=\d+/, 'offset=0')),
  'a page holds one item': asking((path) => path.replace(/limit=\d+/, 'limit=1')),
  'the order is turned round': asking((path) =>
    path.includes('%3Aasc') ? path.replace('%3Aasc', '%3Adesc') : path.replace('%3Adesc', '%3Aasc'),
  ),
  'the first item of a page comes twice': showing(isPage, (items) => [...items.slice(0, 1), ...items]),
  'every second page lacks its first item': showing(isPage, (items, nth) => (nth % 2 === 0 ? items.slice(1) : items)),
  'every second page lacks its last item': showing(isPage, (items, nth) =>
    nth % 2 === 0 ? items.slice(0, -1) : items,
  ),
  'a state that nobody knows': showing(isOne, (items) => withStatus(items, 'Warming up')),
  'a page of states that nobody knows': showing(isPage, (items) => withStatus(items, 'Warming up')),
  'no state at all': showing(isPage, (items) => withStatus(items, null)),
  'an action that answers nothing': showing(isAction, () => []),
  'an action that answers two': showing(isAction, (items) => [...items, ...items]),
  'a create that answers nothing': showing(
    (method) => method === 'POST',
    () => [],
  ),
};
