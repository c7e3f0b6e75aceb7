import { z } from 'zod';
import { fraction } from '../http/ids.ts';
import { OPERATION_NAMES } from '../http/operation-names.ts';

/** Faults of a request. `before`: it was not carried out. `after`: it was, but the client cannot know. */
export const FAULT_KINDS = [
  'refuse',
  'drop_before',
  'drop_after',
  'error_before',
  'error_after',
  'gateway_html_before',
  'gateway_html_after',
  'timeout_before',
  'timeout_after',
  'reset_mid_body',
  'garbage',
  'truncated_json',
  'item_failed',
  'unauthorised',
  'payment_required',
  'forbidden',
  'throttled',
  'slow',
  'names_another',
  'not_found',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Faults of an accepted upload: its status never changes, it ends as failed, or some of its rows fail. */
const UPLOAD_FAULT_KINDS = ['upload_stuck', 'upload_failed', 'rows_failed'] as const;
type UploadFaultKind = (typeof UPLOAD_FAULT_KINDS)[number];

export const faultRule = z.strictObject({
  operation: z.enum(['any', ...OPERATION_NAMES]).default('any'),
  kind: z.enum([...FAULT_KINDS, ...UPLOAD_FAULT_KINDS]),
  /** How many requests it hits; one if neither this nor `share` is given. */
  count: z.number().int().positive().optional(),
  /** The chance that it hits a request; may be combined with a count. */
  share: z.number().min(0).max(1).optional(),
  /** How many requests pass before the first one is hit. */
  skip: z.number().int().nonnegative().default(0),
  /** Real milliseconds; only for `slow`. */
  delayMs: z.number().nonnegative().default(1_000),
  /** `Retry-After` and similar headers; only for `throttled`. Without them the body is the old `RestException`. */
  headers: z.boolean().default(true),
  retryAfterSeconds: z.number().int().nonnegative().default(1),
  /** The message of a `refuse` or `item_failed`. */
  description: z.string().default('Refused on demand'),
  /** The chance that a row fails; only for `rows_failed`. */
  failedShare: z.number().min(0).max(1).default(0.1),
});
type FaultRule = z.infer<typeof faultRule>;
export type FaultRuleChange = z.input<typeof faultRule>;

export type RequestFault = FaultRule & { readonly kind: FaultKind };
/** The fault of one upload. */
export type UploadFault = { readonly kind: UploadFaultKind; readonly failedShare: number };

export type FaultBook = {
  readonly add: (rule: FaultRule) => void;
  readonly clear: () => void;
  /** The fault of this request, by the first rule that applies; lowers that rule's count. */
  readonly take: (operation: string) => RequestFault | null;
  /** The fault of the uploaded file, beside any fault of its request. */
  readonly takeUpload: () => UploadFault | null;
  readonly list: () => readonly { readonly rule: FaultRule; readonly hits: number }[];
};

export function createFaultBook(seed: number): FaultBook {
  let rules: { readonly rule: FaultRule; seen: number; hits: number }[] = [];
  let requests = 0;

  function take<R extends FaultRule>(operation: string, isMeant: (rule: FaultRule) => rule is R): R | null {
    requests += 1;
    for (const [place, entry] of rules.entries()) {
      const { rule } = entry;
      const most = rule.count ?? (rule.share === undefined ? 1 : Number.POSITIVE_INFINITY);
      const isHere = rule.operation === 'any' || rule.operation === operation;
      if (!isHere || entry.hits >= most || !isMeant(rule)) continue;
      entry.seen += 1;
      if (entry.seen <= rule.skip) continue;
      if (rule.share !== undefined && fraction(seed, `fault ${requests} ${place}`) >= rule.share) continue;
      entry.hits += 1;
      return rule;
    }
    return null;
  }

  return {
    add: (rule) => {
      rules.push({ rule, seen: 0, hits: 0 });
    },
    clear: () => {
      rules = [];
    },
    take: (operation) => take(operation, isOfRequest),
    takeUpload: () => take('csv_upload', isOfUpload),
    list: () => rules.map(({ rule, hits }) => ({ rule, hits })),
  };
}

function isOfRequest(rule: FaultRule): rule is RequestFault {
  return FAULT_KINDS.some((kind) => kind === rule.kind);
}

function isOfUpload(rule: FaultRule): rule is FaultRule & UploadFault {
  return UPLOAD_FAULT_KINDS.some((kind) => kind === rule.kind);
}
