import { setTimeout as wait } from 'node:timers/promises';
import { importSchema, type Import } from '../../shared/protocol/import.ts';

/** A user who does not give up: whatever breaks off is repeated, as the extension and any good script would. */
export interface PersistentClient {
  readonly get: (id: string) => Promise<Import>;
  /** As `get`, whatever the answer is. */
  readonly look: (id: string) => Promise<Response>;
  /** Repeats until it is answered. A refusal whose code is in `fine` counts as done, any other throws. */
  readonly post: (path: string, body: () => BodyInit, type: string, fine?: readonly string[]) => Promise<void>;
  /** Repeats until it is answered, whatever the answer. */
  readonly answer: (path: string, body: () => BodyInit, type: string) => Promise<Response>;
  /** Until all of it has arrived, or `isEnough` says so after a piece. */
  readonly upload: (id: string, file: Uint8Array, isEnough?: (offset: number) => boolean) => Promise<void>;
  /** Until nothing of it is there. */
  readonly erase: (id: string) => Promise<void>;
}

const AGAIN_MS = 120;
const ANSWER_MS = 60_000;
/** Only stops a request that hangs: on a busy machine a killed Worker takes a minute to return. */
const GIVE_UP_MS = 400_000;
const PIECE_BYTES = 48 * 1024;
/** Pause between pieces, so that receiving takes long enough to be interrupted. */
const PIECE_MS = 25;

export function createPersistentClient(workerUrl: string, token: string): PersistentClient {
  async function ask(path: string, init: () => RequestInit): Promise<Response> {
    const giveUpAt = Date.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await once(path, init());
      if (answer !== null && answer.status < 500) return answer;
      if (Date.now() > giveUpAt) throw new Error(`${path} had no answer but ${answer?.status ?? 'none'}`);
      await wait(AGAIN_MS);
    }
  }

  /** The body is read here too, because an answer may break off in the middle. */
  async function once(path: string, init: RequestInit): Promise<Response | null> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    try {
      const answer = await fetch(workerUrl + path, { ...init, headers, signal: AbortSignal.timeout(ANSWER_MS) });
      const body = answer.status === 204 ? null : await answer.arrayBuffer();
      return new Response(body, { status: answer.status, headers: answer.headers });
    } catch {
      return null;
    }
  }

  const answer = (path: string, body: () => BodyInit, type: string): Promise<Response> =>
    ask(path, () => ({ method: 'POST', body: body(), headers: { 'content-type': type }, duplex: 'half' }));

  const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };

  return {
    look: (id) => ask(`/api/imports/${id}`, () => ({})),
    get: async (id) => importSchema.parse(await (await ask(`/api/imports/${id}`, () => ({}))).json()),
    answer,
    post: async (path, body, type, fine = []) => {
      const answered = await answer(path, body, type);
      if (answered.ok) return;
      const text = await answered.text();
      if (!fine.some((code) => text.includes(`"${code}"`))) throw new Error(`${path}: ${answered.status} ${text}`);
    },
    erase: async (id) => {
      const path = `/api/imports/${id}`;
      const erased = await ask(path, () => ({ method: 'DELETE' }));
      if (!erased.ok && erased.status !== 404) throw new Error(`${path}: ${erased.status} ${await erased.text()}`);
    },
    upload: async (id, file, isEnough = () => false) => {
      const path = `/api/imports/${id}/file`;
      for (;;) {
        const head = await ask(path, () => ({ method: 'HEAD', headers: tus }));
        const offset = Number(head.headers.get('upload-offset') ?? Number.NaN);
        if (offset === file.byteLength || isEnough(offset)) return;
        const piece = file.slice(offset, offset + PIECE_BYTES);
        await once(path, { method: 'PATCH', headers: { ...tus, 'upload-offset': String(offset) }, body: piece });
        await wait(PIECE_MS);
      }
    },
  };
}
