import { z } from 'zod';
import { readAnswer } from '../../../../worker/exotel/answer.ts';
import { createModelLists, type Answered, type Turnout } from './model-lists.ts';
import type { ExotelExchange } from '../../../../worker/exotel/client.ts';

const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };
/** Milliseconds between two calls of one campaign. */
const CALL_MS = 200;

const createBody = z.object({
  campaigns: z.array(
    z.object({
      name: z.string(),
      from: z.array(z.string()).optional(),
      lists: z.array(z.string()).optional(),
      schedule: z.object({ send_at: z.string() }),
    }),
  ),
});
const actionBody = z.object({ campaigns: z.array(z.object({ action: z.string() })) });

function throttled(retryAfterMs: number | null): ExotelExchange {
  const rate = { ...NO_RATE, retryAfterMs };
  return { result: readAnswer(429, '{}', rate), rate };
}

/** What happens to one request: carried out or not, answered or not. */
export const FATES = [
  'fine',
  'lost_before',
  'lost_after',
  'late',
  'error_before',
  'error_after',
  'garbage_after',
  'refused',
  'bad_number',
  'throttled',
  'unauthorised',
] as const;
export type Fate = (typeof FATES)[number];

export interface ModelCampaign {
  readonly sid: string;
  readonly name: string;
  readonly numbers: readonly string[];
  readonly sendAt: number;
  readonly createdAt: number;
  /** When it was deleted, paused or completed by an action. */
  deletedAt: number | null;
  stoppedAt: number | null;
  completed: boolean;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * Exotel reduced to what launching depends on, on the test's clock: it creates, lists late, dials and loses answers.
 */
export function createModelExotel(rules: {
  readonly now: () => number;
  readonly listLagMs: number;
  readonly turnout: () => Turnout;
}) {
  const { now, listLagMs } = rules;
  const lists = createModelLists({ ...rules, answer, refusal });
  const campaigns: ModelCampaign[] = [];
  /** Campaigns that were created before all of their lists were complete. */
  const early: string[] = [];
  /** Lists that held a campaign's numbers when it was created, although it does not call these lists. */
  const besides: string[] = [];
  const creates: { readonly name: string; readonly at: number }[] = [];

  function dialledOf(campaign: ModelCampaign): readonly string[] {
    const until = Math.min(
      now(),
      campaign.stoppedAt ?? Number.POSITIVE_INFINITY,
      campaign.deletedAt ?? Number.POSITIVE_INFINITY,
    );
    const calls = Math.floor((until - campaign.sendAt) / CALL_MS) + 1;
    return campaign.numbers.slice(0, Math.max(0, calls));
  }

  function statusOf(campaign: ModelCampaign): string {
    if (campaign.deletedAt !== null) return 'deleted';
    if (campaign.completed || dialledOf(campaign).length === campaign.numbers.length) return 'Completed';
    if (campaign.stoppedAt !== null) return 'Paused';
    return now() < campaign.sendAt ? 'Created' : 'InProgress';
  }

  function shown(campaign: ModelCampaign): unknown {
    const { sid, name } = campaign;
    return { code: 200, error_data: null, status: 'success', data: { id: sid, name, status: statusOf(campaign) } };
  }

  function refusal(status: number, description: string): Answered {
    const item = {
      code: status,
      error_data: { code: 1002, description, message: 'Invalid parameter' },
      status: 'failure',
    };
    return [status, JSON.stringify({ response: [item] })];
  }

  function answer(response: unknown, total: number): Answered {
    return [200, JSON.stringify({ metadata: { total }, response })];
  }

  function create(body: unknown, at: number): Answered {
    const [wanted] = createBody.parse(body).campaigns;
    if (wanted === undefined) return refusal(400, 'campaigns is mandatory');
    const { name, from, lists: sids = [], schedule } = wanted;
    const called = sids.map((each) => lists.lists.find((list) => list.sid === each && list.deletedAt === null));
    if (called.some((list) => list === undefined || !lists.isReady(list))) early.push(name);
    const others = lists.lists.filter((list) => list.deletedAt === null && !called.includes(list));
    const taken = new Set(called.flatMap((list) => list?.uploads.flatMap((upload) => upload.taken) ?? []));
    const holding = others.filter(({ uploads }) =>
      uploads.some((upload) => upload.taken.some((each) => taken.has(each))),
    );
    besides.push(...holding.map((list) => list.sid));
    const numbers = from ?? called.flatMap((list) => (list === undefined ? [] : lists.heldBy(list)));
    const sendAt = Date.parse(schedule.send_at);
    const sid = `sid${campaigns.length + 1}`;
    const campaign = { sid, name, numbers, sendAt, createdAt: at, deletedAt: null, stoppedAt: null, completed: false };
    campaigns.push(campaign);
    creates.push({ name, at });
    return answer([shown(campaign)], 1);
  }

  function list(query: URLSearchParams): Answered {
    const name = query.get('name') ?? '';
    const found = campaigns.filter(
      (each) => each.deletedAt === null && each.createdAt + listLagMs <= now() && each.name.includes(name),
    );
    if (query.get('sort_by') === 'date_created:desc') found.reverse();
    const offset = Number(query.get('offset'));
    return answer(found.slice(offset, offset + Number(query.get('limit'))).map(shown), found.length);
  }

  function calls(campaign: ModelCampaign, query: URLSearchParams): Answered {
    const dialled = dialledOf(campaign);
    if (dialled.length === 0) return refusal(404, 'Not Found');
    const offset = Number(query.get('offset'));
    const items = dialled.map((number, i) => ({
      data: { number, status: 'completed', call_sid: `${campaign.sid}-${i}`, start_time: '2026-11-22T10:00:00+05:30' },
    }));
    return answer(items.slice(offset, offset + Number(query.get('limit'))), items.length);
  }

  function act(campaign: ModelCampaign, action: string): Answered {
    const status = statusOf(campaign);
    const conflict = refusal(409, `Action ${action} is not allowed on a campaign that is ${status}`);
    if (action === 'delete') {
      if (status !== 'Created') return conflict;
      campaign.deletedAt = now();
    } else if (action === 'pause') {
      if (status !== 'Created' && status !== 'InProgress') return conflict;
      campaign.stoppedAt = now();
    } else if (action === 'complete') {
      if (status === 'Completed' || status === 'Created') return conflict;
      campaign.stoppedAt ??= now();
      campaign.completed = true;
    } else if (status === 'Paused') {
      // It calls at once everybody not called yet, which is exact enough for a model that counts calls.
      campaign.stoppedAt = null;
    } else return conflict;
    return answer([shown(campaign)], 1);
  }

  function carryOut({ method, path, body }: Asked, at = now()): Answered {
    const url = new URL(path, 'http://model');
    const ofLists = lists.carryOut(method, url, body, at);
    if (ofLists !== null) return ofLists;
    const [, , sid, part] = url.pathname.split('/');
    if (sid === undefined) return method === 'POST' ? create(body, at) : list(url.searchParams);
    const campaign = campaigns.find((each) => each.sid === sid);
    if (campaign === undefined || campaign.deletedAt !== null) return refusal(404, 'Not Found');
    if (part === 'call-details') return calls(campaign, url.searchParams);
    if (method === 'GET') return answer([shown(campaign)], 0);
    return act(campaign, method === 'DELETE' ? 'delete' : (actionBody.parse(body).campaigns[0]?.action ?? ''));
  }

  /** One request and its fate. A `late` one is carried out only when `arrives` is called. */
  function exchange(
    asked: Asked,
    fate: Fate,
    retryAfterMs: number | null = null,
  ): { readonly answer: ExotelExchange; readonly arrives: () => void } {
    const read = ([status, text]: Answered): ExotelExchange => ({
      result: readAnswer(status, text, NO_RATE),
      rate: NO_RATE,
    });
    const lost: ExotelExchange = {
      result: { ok: false, error: { code: 'in_doubt', reason: 'network', status: null } },
      rate: NO_RATE,
    };
    const arrives = (): void => undefined;
    switch (fate) {
      case 'fine':
        return { answer: read(carryOut(asked)), arrives };
      case 'lost_before':
        return { answer: lost, arrives };
      case 'lost_after':
        carryOut(asked);
        return { answer: lost, arrives };
      case 'late':
        return { answer: lost, arrives: () => carryOut(asked) };
      case 'error_before':
        return { answer: read([500, 'oops']), arrives };
      case 'error_after':
        carryOut(asked);
        return { answer: read([502, '<html>Bad Gateway</html>']), arrives };
      case 'garbage_after':
        carryOut(asked);
        return { answer: read([200, '<<>>']), arrives };
      case 'refused':
        return { answer: read(refusal(400, 'Refused on demand')), arrives };
      case 'bad_number': {
        const parsed = createBody.safeParse(asked.body);
        const first = parsed.success ? parsed.data.campaigns[0]?.from?.[0] : undefined;
        return { answer: read(refusal(400, `Invalid number ${first ?? ''} in from`)), arrives };
      }
      case 'throttled':
        return { answer: throttled(retryAfterMs), arrives };
      case 'unauthorised':
        return { answer: read(refusal(401, 'Authorization failed')), arrives };
    }
  }

  return {
    exchange,
    campaigns,
    creates,
    early,
    besides,
    lists: lists.lists,
    heldBy: lists.heldBy,
    dialledOf,
    statusOf,
  };
}
