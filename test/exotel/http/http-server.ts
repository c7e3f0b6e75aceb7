import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Answer } from './envelope.ts';
import type { Delivery } from '../faults/fault-answers.ts';
import type { Incoming } from './route.ts';

/** The largest request body; five thousand numbers need about a tenth of it. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Large enough to read an upload above Exotel's limit, so that it can be refused with a reason. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

export type Reply = {
  readonly answer: Answer;
  readonly delivery: Delivery;
  readonly delayMs: number;
  /** Called when the answer is sent, with its status, or with null if a fault kept it from arriving whole. */
  readonly onSent: (status: number | null) => void;
};

/** An HTTP server around a function. It can also send an answer too late, by half, or never. */
export function createHttpServer(reply: (incoming: Incoming) => Promise<Reply>): Server {
  const server = createServer((request, response) => {
    serve(request, response, reply).catch((error: unknown) => {
      console.error(error);
      request.socket.destroy();
    });
  });
  // If the server closed an idle connection just as a client uses it again, that would look like a fault.
  server.keepAliveTimeout = 0;
  return server;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  reply: (incoming: Incoming) => Promise<Reply>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const isUpload = url.pathname.endsWith('/contacts/csv-upload');
  const bytes = await readBody(request, isUpload ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES);
  if (bytes === null) {
    request.socket.destroy();
    return;
  }
  const { answer, delivery, delayMs, onSent } = await reply({
    method: request.method ?? 'GET',
    url,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    body: isUpload ? '' : bytes.toString('utf8'),
    bytes,
  });
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  onSent(delivery === 'send' ? answer.status : null);
  if (delivery === 'never') return;
  if (delivery === 'drop') {
    request.socket.destroy();
    return;
  }
  write(response, answer, delivery === 'reset_mid_body');
}

function write(response: ServerResponse, { status, headers, body }: Answer, cutOff: boolean): void {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers });
  if (!cutOff) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    response.socket?.resetAndDestroy();
  });
}

async function readBody(request: IncomingMessage, atMost: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return null;
    size += part.length;
    if (size > atMost) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
