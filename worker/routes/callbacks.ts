import { MAX_CALLBACK_BYTES } from '../../shared/limits.ts';
import { readCallbackMac } from '../callbacks/callback-mac.ts';
import { isCallbackKind } from '../callbacks/read-callback.ts';
import { configOf } from '../context.ts';
import { ApiError } from '../errors.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { readBytes } from '../request-body.ts';
import { keptBody } from '../callbacks/understand-callback.ts';
import { call, TAKEN, type Call } from './call.ts';

/**
 * Receives callbacks from Exotel. The MAC is checked before any object is touched; every other fault of the address
 * gets the same answer.
 */
export const CALLBACK_CALLS: readonly Call[] = [
  call({
    id: 'receiveImportCallback',
    method: 'post',
    path: '/callbacks/{importId}/{seq}/{mac}/{kind}',
    summary: "Exotel's callbacks; the address is signed",
    open: true,
    reads: { body: { type: 'application/json' } },
    answer: TAKEN,
    refusals: [404, 413],
    async handle(c, { importId, seq, mac, kind }) {
      const { CALLBACK_SECRET } = configOf(c);
      if (!isCallbackKind(kind) || !/^[1-9]\d{0,5}$/.test(seq) || importId.length > 64)
        throw new ApiError({ code: 'not_found' });
      const incarnation = await readCallbackMac(CALLBACK_SECRET, { importId, seq: Number(seq), kind, mac });
      if (incarnation === null) throw new ApiError({ code: 'not_found' });
      const bytes = await readBytes(c.req.raw, MAX_CALLBACK_BYTES);
      if (bytes === null) throw new ApiError({ code: 'body_too_large' });
      const stub = c.env.CAMPAIGNS.getByName(`${lifeOf({ id: importId, incarnation })}/${seq}`);
      const { body, ...encoding } = keptBody(bytes);
      const contentType = c.req.header('content-type')?.slice(0, 256);
      const { search } = new URL(c.req.url);
      const received = await stub.receive(kind, body, Date.now(), {
        ...encoding,
        ...(contentType === undefined ? {} : { contentType }),
        ...(search === '' ? {} : { query: search.slice(1) }),
      });
      // The import was deleted since: its people are forgotten, so what is reported about them is not kept.
      if (!received.ok) throw new ApiError({ code: 'not_found' });
      return c.json({ ok: true });
    },
  }),
];
