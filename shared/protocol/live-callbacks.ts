import { z } from 'zod';
import { callbackItemSchema } from './sink.ts';

/** A new socket is told that it is heard; then come callbacks as they arrive, and what of them is not the newest is left out. */
export const liveCallbacksSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), asOf: z.string() }),
  z.object({
    type: z.literal('callbacks'),
    /** In the order they came. */
    items: z.array(callbackItemSchema),
    /** More came at once than are sent: search finds them. Whether they match is not known. */
    leftOut: z.int().min(0),
  }),
]);
export type LiveCallbacks = z.infer<typeof liveCallbacksSchema>;
