import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ExotelFailure } from './failure.ts';

/** What pacing needs from an answer's headers, if Exotel sends them. */
export interface RateHeaders {
  readonly retryAfterMs: number | null;
  readonly remaining: number | null;
  readonly resetMs: number | null;
}

export interface AnswerItem {
  readonly data: Record<string, unknown>;
  readonly summary: Record<string, unknown> | null;
}

export interface ExotelAnswer {
  readonly items: readonly AnswerItem[];
  readonly total: number | null;
}

/** The only item of an answer about one thing; an answer with several items says nothing certain about this one. */
export function onlyItem({ items }: ExotelAnswer): AnswerItem | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/**
 * Exotel's sample of a single GET counts 0 although it shows one item, so a total below what was already seen is not a
 * total.
 */
export function totalBeyond({ total }: ExotelAnswer, seen: number): number | null {
  return total !== null && total >= seen ? total : null;
}

/**
 * Whether this page proves that what it does not show does not exist. An empty page with a count above 0, or a page
 * with unreadable items, proves nothing. A 404 can mean that nothing was found.
 */
export function showsAll(
  { result }: { readonly result: Result<ExotelAnswer, ExotelFailure> },
  isReadable: (item: AnswerItem) => boolean,
): boolean {
  if (!result.ok) return result.error.code === 'not_found';
  const { items, total } = result.value;
  return items.every(isReadable) && (items.length > 0 || (total ?? 0) === 0);
}

const errorDataSchema = z
  .object({
    code: z.coerce.number().nullish().catch(null),
    description: z.string().catch(''),
    message: z.string().catch(''),
  })
  .partial()
  .nullish()
  .catch(null);

const itemSchema = z.object({
  code: z.coerce.number().nullish().catch(null),
  status: z.string().nullish().catch(null),
  error_data: errorDataSchema,
  data: z.record(z.string(), z.unknown()).nullish().catch(null),
  summary: z.record(z.string(), z.unknown()).nullish().catch(null),
});
type Item = z.infer<typeof itemSchema>;

/**
 * `response` is an array for voice, an object for SMS and CSV, and either on errors. `method` and `http_code` in the
 * body are unreliable.
 */
const envelopeSchema = z.object({
  metadata: z
    .object({ total: z.coerce.number().nullish().catch(null) })
    .nullish()
    .catch(null),
  response: z.union([z.array(itemSchema), itemSchema.transform((item) => [item])]),
});

/** The error format of the older API; a gateway in front of the new API may use it. */
const restExceptionSchema = z.object({
  RestException: z.object({ Status: z.coerce.number().catch(0), Message: z.string().catch('') }),
});

/**
 * Judges one HTTP answer of Exotel's v2 API. It is a success only if it is a 2xx and every item is a success. A 2xx
 * that cannot be read is in doubt, never a failure, because what it asked for may have been done.
 */
export function readAnswer(status: number, text: string, rate: RateHeaders): Result<ExotelAnswer, ExotelFailure> {
  const body = parseJson(text);
  if (status === 429) return err({ code: 'throttled', retryAfterMs: rate.retryAfterMs ?? rate.resetMs });
  if (status >= 500) return err({ code: 'in_doubt', reason: 'server_error', status });
  if (status < 200 || (status >= 300 && status < 400)) return err(unreadable(status));
  const envelope = envelopeSchema.safeParse(body);
  if (status >= 400) {
    const rest = restExceptionSchema.safeParse(body);
    if (rest.success) return err(refusalOf(status, null, rest.data.RestException.Message));
    const item = envelope.success ? envelope.data.response[0] : undefined;
    // A 4xx without Exotel's own words came from something in between, so it proves nothing.
    return err(item !== undefined && saysWhy(item) ? failureOfItem(status, item) : unreadable(status));
  }
  if (!envelope.success) return err(unreadable(status));
  const items = envelope.data.response;
  const failed = items.find(hasFailed);
  if (failed === undefined) {
    const done = items.map(({ data, summary }) => ({ data: data ?? {}, summary: summary ?? null }));
    return ok({ items: done, total: envelope.data.metadata?.total ?? null });
  }
  // Done in part, or failed without a reason: nobody can say what was carried out.
  return err(
    items.every(hasFailed) && saysWhy(failed) ? failureOfItem(failed.code ?? 400, failed) : unreadable(status),
  );
}

function hasFailed({ code, error_data: error, status }: Item): boolean {
  return (code ?? 200) >= 300 || (error ?? null) !== null || /fail|error/i.test(status ?? '');
}

function saysWhy({ code, error_data: error }: Item): boolean {
  return (error ?? null) !== null || (code ?? 0) >= 400;
}

function unreadable(status: number): ExotelFailure {
  return { code: 'in_doubt', reason: 'unreadable', status };
}

function failureOfItem(status: number, item: Item): ExotelFailure {
  if (status === 429) return { code: 'throttled', retryAfterMs: null };
  if (status >= 500) return { code: 'in_doubt', reason: 'server_error', status };
  const words = item.error_data?.description || item.error_data?.message || '';
  return refusalOf(status, item.error_data?.code ?? null, words);
}

/**
 * Only refusals that Exotel documents count as refusals. With any other status, above all 408, the request may have
 * been carried out.
 */
function refusalOf(status: number, exotelCode: number | null, description: string): ExotelFailure {
  switch (status) {
    case 401:
      return { code: 'unauthorised', status, description };
    case 402:
      return { code: 'payment_required', status, description };
    case 403:
      return { code: 'forbidden', status, description };
    case 404:
      return { code: 'not_found', status, description };
    case 409:
      return { code: 'conflict', status, description };
    case 200:
    case 400:
    case 415:
      return { code: 'refused', status, exotelCode, description };
    default:
      return unreadable(status);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
