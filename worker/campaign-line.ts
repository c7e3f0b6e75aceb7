import type { CampaignState } from '../shared/protocol/campaign-view.ts';
import type { CampaignTotals } from './campaign/outcome-tracker.ts';

/** What a campaign object tells its import. */
export interface CampaignNews {
  readonly incarnation: string;
  readonly seq: number;
  readonly totals: CampaignTotals;
  readonly hint: CampaignState | null;
}

const LINE_HEADER = 'x-campaign-line';
/**
 * Header of the request that opens a line for news. A client cannot fake it: the edge passes on no header that a client
 * sent.
 */
export const CAMPAIGN_LINE_HEADERS: Readonly<Record<string, string>> = {
  upgrade: 'websocket',
  [LINE_HEADER]: 'totals',
};
const LINE_TAG = 'campaign line';

export const asksForLine = (request: Request): boolean => request.headers.has(LINE_HEADER);

export function acceptLine(ctx: DurableObjectState): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server, [LINE_TAG]);
  return new Response(null, { status: 101, webSocket: client });
}

/** Every other socket belongs to a watcher. */
export const isLine = (ctx: DurableObjectState, socket: WebSocket): boolean => ctx.getTags(socket).includes(LINE_TAG);
