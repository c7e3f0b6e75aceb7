import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identity } from './account.ts';
import { hexId } from './ids.ts';

/** The account's numbers as the v2_beta list shows them: no envelope, E.164, the national form in `friendly_name`. */
export function renderExophones({ exophones }: Identity, seed: number): unknown {
  const numbers = exophones
    .map((text) => parsePhoneNumberFromString(text, 'IN'))
    .filter((number) => number !== undefined);
  const byNumber = new Map(numbers.map((number) => [number.number, number]));
  return {
    page: 0,
    page_size: 50,
    incoming_phone_numbers: [...byNumber.values()].map((number) => ({
      sid: hexId(seed, `exophone ${number.number}`),
      phone_number: number.number,
      friendly_name: number.formatNational().replaceAll(' ', ''),
      capabilities: { voice: true, sms: true },
      country: 'IN',
      region: 'KA',
    })),
  };
}
