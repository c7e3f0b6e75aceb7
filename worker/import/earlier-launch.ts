import { launchKeyOf } from './intake/launch-import.ts';
import type { AccountObject } from '../account/account-object.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';
import type { ImportBook } from './record/import-session.ts';
import type { ImportRecord } from './record/import-record.ts';

/** Shown with the check, long before anyone presses the button. */
export async function noteEarlierLaunch(
  book: ImportBook,
  account: DurableObjectStub<AccountObject>,
  record: ImportRecord,
): Promise<ImportRecord> {
  const key = launchKeyOf(record);
  const launchedBefore = key === null ? null : await account.earlierLaunch(key);
  return book.put({ ...(book.record() ?? record), launchedBefore });
}

/** Null when these people are this import's to call: nobody launched them within a day, or they are called again. */
export async function claimLaunch(
  account: DurableObjectStub<AccountObject>,
  record: ImportRecord,
  again: boolean,
): Promise<EarlierLaunch | null> {
  const key = launchKeyOf(record);
  return key === null ? null : account.claimLaunch(key, again);
}
