import { refuse } from './envelope.ts';
import type { Answer } from './envelope.ts';
import { planFault } from '../faults/fault-answers.ts';
import type { Delivery } from '../faults/fault-answers.ts';
import { hexId } from './ids.ts';
import { OPERATIONS } from './operations.ts';
import { admit, routeOf } from './route.ts';
import type { Incoming, Route } from './route.ts';
import type { RequestEntry } from '../control/ledger.ts';
import type { World } from '../world.ts';

export type Outgoing = {
  readonly answer: Answer;
  readonly delivery: Delivery;
  readonly delayMs: number;
  readonly entry: RequestEntry;
};

export type Moment = {
  readonly now: number;
  readonly realNow: number;
  /** Numbers requests and campaigns. Resets do not restart it, so that no id is used twice. */
  readonly nextOrdinal: (of: 'request' | 'campaign') => number;
};

/** Answers a request: first the rate limit applies, then a fault set for it, then the operation. */
export function answerRequest(world: World, incoming: Incoming, moment: Moment): Outgoing {
  const { account, rateLimit, faults } = world;
  const route = routeOf(incoming);
  const requestId = hexId(account.seed, `request ${moment.nextOrdinal('request')}`);
  const entry: RequestEntry = {
    at: moment.realNow,
    method: incoming.method,
    path: incoming.url.pathname + incoming.url.search,
    op: route.operation,
    status: null,
    fault: null,
  };
  account.ledger.requests.push(entry);
  const sent = (answer: Answer): Outgoing => ({ answer, delivery: 'send', delayMs: 0, entry });

  const { requestsPerMinute, rateLimitHeaders } = account.settings;
  const limit = requestsPerMinute === null ? null : rateLimit.admit(moment.realNow, requestsPerMinute);
  const headers = limit !== null && rateLimitHeaders ? limit.headers : {};
  if (limit?.ok === false) {
    const refusal = { code: 'throttled', description: 'Rate limit exceeded' } as const;
    return sent({ ...refuse(requestId, incoming.method, refusal, account.settings.refusalShape), headers });
  }

  const replayed = route.operation === 'unknown' ? null : world.replays.take(route.operation);
  if (replayed !== null) return sent(replayed);
  const rule = faults.take(route.operation);
  if (rule === null) {
    const answer = carryOut(world, incoming, route, requestId, moment);
    return sent({ ...answer, headers: { ...headers, ...answer.headers } });
  }
  entry.fault = rule.kind;
  const plan = planFault(rule, { requestId, method: incoming.method });
  const real = plan.isDone ? carryOut(world, incoming, route, requestId, moment) : NOTHING;
  return { answer: plan.answer(real), delivery: plan.delivery, delayMs: plan.delayMs, entry };
}

const NOTHING: Answer = { status: 500, headers: {}, body: null };

function carryOut(world: World, incoming: Incoming, route: Route, requestId: string, moment: Moment): Answer {
  const { account } = world;
  const { refusalShape } = account.settings;
  const admitted = admit(incoming, route, account.identity);
  if (!admitted.ok) return refuse(requestId, incoming.method, admitted.error, refusalShape);
  account.book.settle(moment.realNow);
  const answer = OPERATIONS[admitted.value]({
    account,
    requestId,
    method: incoming.method,
    id: route.id,
    memberId: route.memberId,
    query: incoming.url.searchParams,
    body: incoming.body,
    bytes: incoming.bytes,
    contentType: incoming.contentType ?? '',
    now: moment.now,
    realNow: moment.realNow,
    nextOrdinal: () => moment.nextOrdinal('campaign'),
    uploadFault: admitted.value === 'csv_upload' ? world.faults.takeUpload() : null,
  });
  return answer.ok ? answer.value : refuse(requestId, incoming.method, answer.error, refusalShape);
}
