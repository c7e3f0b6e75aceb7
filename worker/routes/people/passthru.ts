import { MAX_CALLBACK_BYTES } from '../../../shared/limits.ts';
import { MAX_TEMPLATES_READ } from '../../../shared/people-limits.ts';
import { keysOf } from '../../../shared/people/key-meaning.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { isPassthruMac } from '../../callbacks/passthru-mac.ts';
import { readDigits } from '../../callbacks/read-callback.ts';
import { accountsOf, configOf, peopleOf, type AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { optsOutEverywhere, type KeyPress } from '../../people/key-press.ts';
import { readBytes } from '../../request-body.ts';
import { factsOf, keptBody, textOf } from '../../callbacks/understand-callback.ts';
import { call, TAKEN, type Call } from '../call.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

const address = { path: '/passthru/{mac}', open: true, answer: TAKEN, refusals: [404, 413] } as const;

/** The team's one address for Passthru applets. Always answers 200, because only then does Exotel continue the call. */
export const PASSTHRU_CALLS: readonly Call[] = [
  call({ ...address, method: 'get', summary: 'A key pressed, from a Passthru applet', handle: hear }),
  call({ ...address, method: 'post', summary: 'The same, in the body', handle: hear }),
];

async function hear(c: AppContext, { mac }: { readonly mac: string }): Promise<Response> {
  const { CALLBACK_SECRET, EXOTEL_ACCOUNT_SID, DEFAULT_COUNTRY } = configOf(c);
  const isOurs = await isPassthruMac(CALLBACK_SECRET, EXOTEL_ACCOUNT_SID, mac);
  if (!isOurs || c.req.raw.method === 'HEAD') throw new ApiError({ code: 'not_found' });
  const bytes = await readBytes(c.req.raw, MAX_CALLBACK_BYTES);
  if (bytes === null) throw new ApiError({ code: 'body_too_large' });
  const body = textOf(keptBody(bytes));
  const query = new URL(c.req.url).search.slice(1);
  const facts = factsOf({ kind: 'passthru', body, query }, DEFAULT_COUNTRY);
  await press(c, {
    numbers: facts.numbers.map((number) => Number(number.slice(1))),
    digits: readDigits(body) ?? readDigits(query),
    call: facts.callSid,
  });
  return c.json({ ok: true });
}

async function press(c: AppContext, pressed: KeyPress): Promise<void> {
  const people = peopleOf(c);
  const found = await people.pressed(pressed);
  if (found === null) return optOutUnknown(c, pressed);
  const { life, seq, number } = found;
  if (pressed.call === null) return;
  // The opt-out is already stored. If this fails, results and totals still get the key from the call details later.
  await c.env.CAMPAIGNS.getByName(`${life}/${seq}`).pressed({ number, sid: pressed.call, digits: pressed.digits });
}

async function optOutUnknown(c: AppContext, { numbers, digits, call }: KeyPress): Promise<void> {
  if (numbers.length === 0) return;
  const { items } = await accountsOf(c).templates(0, MAX_TEMPLATES_READ);
  const voices = items.flatMap((template) => (template.channel === 'voice' ? [template] : []));
  if (!optsOutEverywhere(voices.map(keysOf), digits)) return;
  const own = new Set(voices.map((template) => callerOf(c, template)));
  const person = numbers.find((number) => !own.has(number));
  if (person === undefined) return;
  await peopleOf(c).optOut([{ number: person, channel: null, source: 'key_press', call: call ?? '' }], null);
}

function callerOf(c: AppContext, template: Template & { readonly channel: 'voice' }): number | null {
  const judged = judgeNumber(template.callerId, configOf(c).DEFAULT_COUNTRY);
  return judged.ok ? Number(judged.value.slice(1)) : null;
}
