import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { err, ok } from '../../../shared/result.ts';
import type { Identity } from '../account.ts';
import type { Handler } from '../dialler/call.ts';
import { hexId } from '../http/ids.ts';
import type { EXOPHONE_OPERATIONS } from '../http/operation-names.ts';

/** The account's numbers. The answers have no envelope, unlike all of v2. */
export const EXOPHONE_HANDLERS: Record<(typeof EXOPHONE_OPERATIONS)[number], Handler> = {
  exophones: ({ account }) => {
    if (account.settings.exophonesForbidden) return FORBIDDEN;
    const incoming_phone_numbers = listExophones(account.identity, account.seed);
    return ok({ status: 200, headers: {}, body: { page: 0, page_size: 50, incoming_phone_numbers } });
  },

  exophone_get: ({ account, id }) => {
    if (account.settings.exophonesForbidden) return FORBIDDEN;
    const exophone = listExophones(account.identity, account.seed).find(({ sid }) => sid === id);
    if (exophone === undefined) return err({ code: 'not_found', description: 'Not Found' });
    return ok({ status: 200, headers: {}, body: { ...exophone, voice_url: '', sms_url: '' } });
  },
};

const FORBIDDEN = err({ code: 'forbidden', description: 'Authorization failed' } as const);

/** Lists numbers in E.164, with the national form in `friendly_name`; an ExoPhone known in both forms appears once. */
function listExophones({ exophones }: Identity, seed: number) {
  const numbers = exophones
    .map((text) => parsePhoneNumberFromString(text, 'IN'))
    .filter((number) => number !== undefined);
  const byNumber = new Map(numbers.map((number) => [number.number, number]));
  return [...byNumber.values()].map((number) => ({
    sid: hexId(seed, `exophone ${number.number}`),
    phone_number: number.number,
    friendly_name: number.formatNational().replaceAll(' ', ''),
    capabilities: { voice: true, sms: true },
    country: 'IN',
    region: 'KA',
  }));
}
