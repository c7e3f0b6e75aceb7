import type { Account } from '../../shared/protocol/account.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from '../api/api-fault.ts';
import { parseWorkerAddress } from '../api/parse-worker-address.ts';
import type { AddressFault } from '../api/parse-worker-address.ts';
import type { WorkerClient } from '../api/worker-client.ts';
import type { Settings } from '../storage/settings.ts';

export type ConnectionFault =
  | { readonly at: 'address'; readonly fault: AddressFault | KnownAddress }
  | { readonly at: 'token'; readonly fault: { readonly code: 'token_missing' } }
  | { readonly at: 'permission'; readonly host: string }
  | { readonly at: 'worker'; readonly fault: ApiFault };

/** Another saved Worker is at this address: it must be changed in its own entry, never replaced by adding. */
interface KnownAddress {
  readonly code: 'address_known';
  readonly label: string;
}

export interface Connected {
  readonly account: Account;
  readonly version: string;
}

const PRODUCT = 'dialsheet';

/** What was typed, in the form in which it is stored; judged without any request. */
export function readSettings(address: string, token: string): Result<Settings, ConnectionFault> {
  const parsed = parseWorkerAddress(address);
  if (!parsed.ok) return err({ at: 'address', fault: parsed.error });
  const trimmed = token.trim();
  if (trimmed === '') return err({ at: 'token', fault: { code: 'token_missing' } });
  return ok({ address: parsed.value, token: trimmed });
}

/** Asks the address what it is, then the Worker whose token this is. */
export async function testConnection(
  client: Pick<WorkerClient, 'health' | 'account'>,
): Promise<Result<Connected, ConnectionFault>> {
  const health = await client.health();
  if (!health.ok) return err({ at: 'worker', fault: notDialsheet(health.error) });
  if (health.value.name !== PRODUCT) return err({ at: 'worker', fault: { code: 'not_dialsheet', status: 200 } });
  const account = await client.account();
  if (!account.ok) return err({ at: 'worker', fault: account.error });
  return ok({ account: account.value, version: health.value.version });
}

/** If /healthz answers with anything else, this is some other site, not a broken Worker of ours. */
function notDialsheet(fault: ApiFault): ApiFault {
  return fault.code === 'unreadable_answer' ? { code: 'not_dialsheet', status: 200 } : fault;
}
