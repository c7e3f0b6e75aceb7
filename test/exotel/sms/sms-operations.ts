import { err } from '../../../shared/result.ts';
import type { Handler } from '../call.ts';
import type { SMS_OPERATIONS } from '../operation-names.ts';

const missing: Handler = () => err({ code: 'not_found', description: 'Not Found' });
export const SMS_HANDLERS: Record<(typeof SMS_OPERATIONS)[number], Handler> = {
  sms_create: missing,
  sms_get: missing,
  sms_list: missing,
  sms_update: missing,
  sms_action: missing,
  sms_messages: missing,
};
