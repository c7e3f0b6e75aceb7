import { configOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { ADDRESS_SENTENCES, checkAddress } from './destination-address.ts';
import { newWebhookSecret } from './webhook-signature.ts';
import type { DestinationRecord } from './destination-store.ts';

type Given = 'id' | 'account' | 'name' | 'url' | 'events' | 'ownHosts' | 'createdAt' | 'createdBy';

/** A new destination, which has sent nothing yet, with its own secret. */
export function newDestinationRecord(given: Pick<DestinationRecord, Given>): DestinationRecord {
  return {
    ...given,
    paused: false,
    disabledAt: null,
    secret: newWebhookSecret(),
    formerSecret: null,
    failures: 0,
    failingSince: null,
    lastSuccessAt: null,
    holdUntil: null,
    warnedOn: null,
  };
}

export function ownHosts(c: AppContext): string[] {
  const { PUBLIC_URL } = configOf(c);
  return [new URL(c.req.url).host, ...(PUBLIC_URL === '' ? [] : [new URL(PUBLIC_URL).host])];
}

export function readAddress(c: AppContext, url: string): string {
  const checked = checkAddress(url, { ownHosts: ownHosts(c), allowLocal: configOf(c).LOCAL_DESTINATIONS });
  if (checked.ok) return checked.value;
  const message = ADDRESS_SENTENCES[checked.error];
  throw new ApiError({
    code: 'invalid_destination',
    message,
    details: [{ path: 'url', code: checked.error, message }],
  });
}
