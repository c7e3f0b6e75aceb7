import { SIGNATURE_TOLERANCE_SECONDS } from '../../shared/sink-limits.ts';
import type { Attempt } from '../../shared/protocol/destination.ts';

/** What a receiver's answer reveals beside its status. */
type Finding =
  | 'clock_off'
  | 'redirects_to'
  | 'web_page'
  | 'method_refused'
  | 'too_large'
  | 'signature_named'
  | 'body_reread';

type Facts = { readonly minutes?: number; readonly location?: string };

const SENTENCES: Readonly<Record<Finding, (facts: Facts) => string>> = {
  clock_off: ({ minutes = 0 }) =>
    `The receiver's clock is ${minutes} minutes off ours, and five are allowed: it will take every signature for a replay. Set its clock.`,
  redirects_to: ({ location = '' }) => `It sends on to ${location}. Enter that address here, if it is yours.`,
  web_page: () =>
    'It answered with a web page, not with a program: a login page, a parked name, or a path that no hook listens at.',
  method_refused: () => 'The path exists, but takes no POST (405). Let it take POST.',
  too_large: () => 'It takes no body of this size (413). Allow 64 KB.',
  signature_named: () =>
    'Its answer speaks of the signature. Sign the raw body, before any JSON parser has seen it, with the secret without "whsec_", decoded from base64.',
  body_reread: () => 'Its answer speaks of JSON. The body is JSON in UTF-8, with content-type application/json.',
};

/** Explains a failed try from the receiver's answer, whatever its status. */
export function diagnose({
  startedAt,
  response,
}: {
  readonly startedAt: number;
  readonly response: Attempt['response'];
}): Attempt['findings'] {
  if (response === null) return [];
  const { status, headers, body } = response;
  const found: [Finding, Facts][] = [];
  const seconds = (Date.parse(headers['date'] ?? '') - startedAt) / 1000;
  if (Math.abs(seconds) > SIGNATURE_TOLERANCE_SECONDS) {
    found.push(['clock_off', { minutes: Math.round(Math.abs(seconds) / 60) }]);
  }
  if (status >= 300 && status < 400 && headers['location'] !== undefined) {
    found.push(['redirects_to', { location: headers['location'] }]);
  }
  if (status === 405) found.push(['method_refused', {}]);
  if (status === 413) found.push(['too_large', {}]);
  const isPage = /html/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype|html)/i.test(body);
  if (isPage) found.push(['web_page', {}]);
  if (status >= 400 && !isPage && /signature|hmac|unauthori[sz]ed|verif/i.test(body))
    found.push(['signature_named', {}]);
  if (status === 400 && !isPage && /json|parse|unexpected token/i.test(body)) found.push(['body_reread', {}]);
  return found.map(([code, facts]) => ({ code, message: SENTENCES[code](facts), facts: { ...facts } }));
}
