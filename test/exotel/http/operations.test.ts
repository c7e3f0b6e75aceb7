import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../faults/faults.ts';
import { OPERATION_NAMES } from './operation-names.ts';
import type { Operation } from './operation-names.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel();
});
beforeEach(() => {
  exotel.control.reset();
});
afterAll(() => exotel.close());

const REQUESTS: Readonly<Record<Operation, readonly [method: string, path: string, body?: string]>> = {
  create: ['POST', 'campaigns', '{}'],
  get: ['GET', 'campaigns/x'],
  list: ['GET', 'campaigns'],
  update: ['PUT', 'campaigns/x', '{"campaigns":[{"name":"a"}]}'],
  action: ['PUT', 'campaigns/x', '{"campaigns":[{"action":"pause"}]}'],
  delete: ['DELETE', 'campaigns/x'],
  calls: ['GET', 'campaigns/x/call-details'],
  list_create: ['POST', 'lists', '{}'],
  list_list: ['GET', 'lists'],
  list_get: ['GET', 'lists/x'],
  list_update: ['PUT', 'lists/x', '{}'],
  list_update_many: ['PUT', 'lists', '{}'],
  list_delete: ['DELETE', 'lists/x'],
  list_add: ['POST', 'lists/x/contacts', '{}'],
  list_contacts: ['GET', 'lists/x/contacts'],
  list_remove: ['DELETE', 'lists/x/contacts/y'],
  contact_create: ['POST', 'contacts', '{}'],
  contact_list: ['GET', 'contacts'],
  contact_get: ['GET', 'contacts/x'],
  contact_update: ['PUT', 'contacts/x', '{}'],
  contact_update_many: ['PUT', 'contacts', '{}'],
  contact_delete: ['DELETE', 'contacts/x'],
  csv_upload: ['POST', 'contacts/csv-upload', ''],
  csv_status: ['GET', 'csv-status/x'],
  sms_create: ['POST', 'message-campaigns', '{}'],
  sms_get: ['GET', 'message-campaigns/x'],
  sms_list: ['GET', 'message-campaigns'],
  sms_update: ['PUT', 'message-campaigns/x', '{"name":"a"}'],
  sms_action: ['PUT', 'message-campaigns/x', '{"action":"pause"}'],
  sms_messages: ['GET', 'message-campaigns/x/message-details'],
  exophones: ['GET', 'IncomingPhoneNumbers'],
  exophone_get: ['GET', 'IncomingPhoneNumbers/x'],
};

function request(operation: Operation): Promise<Response> {
  const [method, path, body] = REQUESTS[operation];
  const base = path.startsWith('Incoming') ? 'v2_beta/Accounts' : 'v2/accounts';
  const headers = { authorization: `Basic ${btoa('demo-key:demo-token')}`, 'content-type': 'application/json' };
  return fetch(`${exotel.url}/${base}/dialsheet-demo/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

describe('every operation', () => {
  it.each(OPERATION_NAMES)('%s is known by its method and path, and has faults of its own', async (operation) => {
    exotel.control.addFaults({ kind: 'error_before', operation });
    expect((await request(operation)).status).toBe(500);
    expect(exotel.control.ledger().requests).toMatchObject([{ op: operation, fault: 'error_before', status: 500 }]);
    expect((await request(operation)).status).not.toBe(500);
  });
});

describe('every fault of a request', () => {
  it.each(FAULT_KINDS.filter((kind) => !kind.startsWith('timeout')))('%s hits lists as it hits calls', async (kind) => {
    exotel.control.addFaults({ kind, operation: 'list_list', delayMs: 1 });
    await request('list_list')
      .then(
        (answer) => answer.text(),
        () => 'dropped',
      )
      .catch(() => 'cut off');
    expect(exotel.control.ledger().requests).toMatchObject([{ op: 'list_list', fault: kind }]);
  });
});
