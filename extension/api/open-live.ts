import type { LiveMessage } from '../../shared/protocol/live.ts';
import { openFeed } from './open-feed.ts';
import type { FeedHandlers, LiveDoor } from './open-feed.ts';

export type LiveHandlers = FeedHandlers<LiveMessage>;

/** Opens the live feed of one import. Answers a function that closes it, after which no handler is called. */
export function openLive(door: LiveDoor, importId: string, handlers: LiveHandlers): () => void {
  return openFeed(door, { path: `/api/imports/${encodeURIComponent(importId)}/live`, answer: 'live' }, handlers);
}
