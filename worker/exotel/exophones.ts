import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { readAnswer, type ExotelAnswer, type RateHeaders } from './answer.ts';
import { wireText } from './wire-schemas.ts';
import type { ExotelFailure } from './failure.ts';
import type { ExoPhone } from '../../shared/protocol/exotel-campaign.ts';

const listSchema = z.object({ incoming_phone_numbers: z.array(z.record(z.string(), z.unknown())) });

/**
 * Reads the list of ExoPhones. It comes from an older API without an envelope; its refusals look like those of the
 * other APIs.
 */
export function readExoPhoneList(status: number, body: string, rate: RateHeaders): Result<ExotelAnswer, ExotelFailure> {
  if (status < 200 || status >= 300) return readAnswer(status, body, rate);
  const list = listSchema.safeParse(parseJson(body));
  if (!list.success) return err({ code: 'in_doubt', reason: 'unreadable', status });
  const items = list.data.incoming_phone_numbers.map((data) => ({ data, summary: null }));
  return ok({ items, total: items.length });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

const capability = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]).catch(false);

const phoneSchema = z.object({
  sid: wireText,
  phone_number: wireText.refine((number) => number !== ''),
  friendly_name: wireText,
  capabilities: z
    .object({ voice: capability.default(false), sms: capability.default(false) })
    .catch({ voice: false, sms: false }),
  region: z.string().nullish().catch(null),
});

/** What a caller id looks like; a friendly name may instead be a text such as "Sales Delhi". */
const DIALLABLE = /^(?:0\d{7,12}|\+[1-9]\d{7,14})$/;

/**
 * Exotel gives the number as E.164, but its samples of caller ids are national (08088919888). The friendly name has
 * that form unless somebody renamed the number.
 */
export function readExoPhone(data: Readonly<Record<string, unknown>>): ExoPhone | null {
  const parsed = phoneSchema.safeParse(data);
  if (!parsed.success) return null;
  const { sid, phone_number: number, friendly_name: name, capabilities, region } = parsed.data;
  const plain = name.replaceAll(/[\s-]/g, '');
  return {
    sid: sid || number,
    number,
    callerId: DIALLABLE.test(plain) ? plain : nationalOf(number),
    name: name || number,
    ...capabilities,
    region: region ?? null,
  };
}

/** The national form of an Indian number, as Exotel shows it; other numbers stay unchanged. */
function nationalOf(number: string): string {
  return /^\+91\d{10}$/.test(number) ? `0${number.slice(3)}` : number;
}
