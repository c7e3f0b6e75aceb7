import { z } from 'zod';
import { callbackItemSchema } from './sink.ts';

/**
 * A new socket is told that it is connected; then callbacks follow as they arrive. If more arrive at once than are
 * sent, only the newest are.
 */
export const liveCallbacksSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), asOf: z.string() }),
  z.object({
    type: z.literal('callbacks'),
    /** In order of arrival. */
    items: z.array(callbackItemSchema),
    /**
     * How many were not sent because too many came at once; a search finds them. It is not known whether they match the
     * filter.
     */
    leftOut: z.int().min(0),
  }),
]);
export type LiveCallbacks = z.infer<typeof liveCallbacksSchema>;
