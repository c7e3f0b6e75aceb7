import { z } from 'zod';
import type { Answer } from '../http/envelope.ts';
import { OPERATION_NAMES } from '../http/operation-names.ts';
import type { Operation } from '../http/operation-names.ts';

/** The next request of an operation is answered with exactly these bytes and not carried out. */
export const replayRule = z.strictObject({
  op: z.enum(OPERATION_NAMES),
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string(),
});
export type ReplayRule = z.input<typeof replayRule>;

export type Replays = {
  readonly add: (rule: ReplayRule) => void;
  readonly clear: () => void;
  readonly take: (operation: Operation) => Answer | null;
};

/** Prepared answers that wait for their requests; first in, first out within an operation. */
export function createReplays(): Replays {
  let waiting: z.infer<typeof replayRule>[] = [];
  return {
    add: (rule) => {
      waiting.push(replayRule.parse(rule));
    },
    clear: () => {
      waiting = [];
    },
    take: (operation) => {
      const next = waiting.find(({ op }) => op === operation);
      waiting = waiting.filter((rule) => rule !== next);
      return next === undefined ? null : { status: next.status, headers: next.headers, body: next.body };
    },
  };
}
