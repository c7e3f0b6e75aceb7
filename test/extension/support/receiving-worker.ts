import type { IncomingMessage, ServerResponse } from 'node:http';
import { launchRequestSchema } from '../../../shared/protocol/import-requests.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { bodyOf, json, refuse, serve } from './serve.ts';
import type { Served } from './serve.ts';
import { importSummary, importView } from './wire.ts';

/** Faults of a request: before it was carried out, or after, so that only the answer is lost. */
export type Mishap = 'none' | 'lost_before' | 'lost_after' | 'busy' | 'half_arrives';

export interface ReceivingWorker extends Served {
  readonly received: () => Buffer;
  readonly launches: () => number;
  /** One for each of the next requests; requests after these succeed. */
  plan(mishaps: readonly Mishap[]): void;
}

/** The Worker's side of an upload, over real HTTP, with the faults of a network. */
export async function startReceivingWorker(counts: { contacts: number; campaigns: number }): Promise<ReceivingWorker> {
  let opened: Import | null = null;
  let file = Buffer.alloc(0);
  let launches = 0;
  let mishaps: readonly Mishap[] = [];

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const path = request.url ?? '';
    if (path.startsWith('/api/imports?')) {
      const items = opened ? [importSummary(opened)] : [];
      return json(response, 200, { items, total: items.length, offset: 0, limit: 100 });
    }
    if (path === '/api/imports') {
      opened ??= importView({ state: 'receiving' });
      return json(response, 201, { ...opened, file: { ...opened.file, received: file.length } });
    }
    if (!path.startsWith('/api/imports/')) return refuse(response, 404, 'not_found');
    if (!opened) return refuse(response, 404, 'import_not_found');
    if (path.endsWith('/file')) {
      if (request.method === 'PATCH') {
        if (Number(request.headers['upload-offset']) !== file.length) return refuse(response, 409, 'offset_mismatch');
        file = Buffer.concat([file, body]);
      }
      response.writeHead(request.method === 'PATCH' ? 204 : 200, { 'upload-offset': String(file.length) }).end();
      return undefined;
    }
    if (path.endsWith('/check')) {
      if (opened.state === 'receiving') opened = { ...opened, state: 'checked' };
      return json(response, 200, opened);
    }
    const { expect } = launchRequestSchema.parse(JSON.parse(body.toString()));
    if (expect.contacts !== counts.contacts || expect.campaigns !== counts.campaigns)
      return refuse(response, 409, 'plan_changed');
    if (opened.state === 'checked') launches += 1;
    opened = { ...opened, state: 'running' };
    return json(response, 200, opened);
  }

  const served = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      const [mishap = 'none', ...rest] = mishaps;
      mishaps = rest;
      if (mishap === 'lost_before') return request.socket.destroy();
      if (mishap === 'busy') return refuse(response, 503, 'overloaded');
      if (mishap === 'half_arrives' && request.method === 'PATCH') {
        file = Buffer.concat([file, body.subarray(0, body.length >> 1)]);
        return request.socket.destroy();
      }
      if (mishap === 'lost_after') response.end = () => (request.socket.destroy(), response);
      return answer(request, response, body);
    });
  });
  return {
    ...served,
    received: () => file,
    launches: () => launches,
    plan(next) {
      mishaps = next;
    },
  };
}
