import { makeListFile } from './engine/list-file.ts';
import { keyedFingerprint } from '../keyed-fingerprint.ts';
import { createNumbersFingerprint } from './record/numbers-fingerprint.ts';
import type { ContactRange } from '../../shared/plan/plan-campaigns.ts';
import type { AccountObject } from '../account/account-object.ts';
import type { Config } from '../config.ts';
import type { ListPeers } from './engine/engine-ports.ts';
import type { ImportRecord } from './record/import-record.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import type { ImportStore } from './record/import-store.ts';
import type { ListRow } from './outbox/list-record.ts';

/** What an import's lists use of its own storage and of the account. */
export function createListPeers(world: {
  readonly store: ImportStore;
  readonly config: Config;
  readonly account: DurableObjectStub<AccountObject>;
  readonly record: () => ImportRecord;
  readonly numbers: (range: ContactRange) => Float64Array;
}): ListPeers {
  const { account, record, numbers } = world;

  async function keyOf(list: ListRow): Promise<{ numbersHash: string; contacts: number }> {
    const fingerprint = createNumbersFingerprint();
    for (const number of numbers(list)) fingerprint.add(number);
    const numbersHash = await keyedFingerprint(world.config, 'list', fingerprint.toHex());
    return { numbersHash, contacts: list.contacts };
  }

  return {
    file: (list, omitted) => makeListFile(world, record(), list, omitted),
    find: async (list) => account.findList(await keyOf(list), lifeOf(record())),
    remember: async (list) => {
      const { sid, name } = list;
      // A list that leaves out some people fits no other import.
      if (sid !== null && list.omitted === 0)
        await account.rememberList({ sid, name, ...(await keyOf(list)) }, lifeOf(record()));
    },
    release: (sid) => account.releaseList(sid, lifeOf(record())),
    forget: (sid) => account.forgetList(sid),
  };
}
