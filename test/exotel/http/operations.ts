import type { Handler } from '../dialler/call.ts';
import { EXOPHONE_HANDLERS } from '../campaigns/exophones.ts';
import { CONTACT_HANDLERS } from '../lists/contact-operations.ts';
import { CSV_HANDLERS } from '../lists/csv-operations.ts';
import { LIST_HANDLERS } from '../lists/list-operations.ts';
import type { Operation } from './operation-names.ts';
import { SMS_HANDLERS } from '../sms/sms-operations.ts';
import { VOICE_HANDLERS } from '../campaigns/voice-operations.ts';

/** The handler of each operation. */
export const OPERATIONS: Record<Operation, Handler> = {
  ...VOICE_HANDLERS,
  ...LIST_HANDLERS,
  ...CONTACT_HANDLERS,
  ...CSV_HANDLERS,
  ...SMS_HANDLERS,
  ...EXOPHONE_HANDLERS,
};
