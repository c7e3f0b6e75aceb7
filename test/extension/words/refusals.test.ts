import { expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { ERROR_CODES } from '../../../shared/protocol/error-envelope.ts';
import { messageOf } from '../../../worker/errors.ts';

/** What only a program can follow: calls, headers, fields of a request. */
const FOR_PROGRAMS =
  /\/api\/(?!account\b)|\/docs|…\/|"\w+"|\b(?:GET|POST|PUT|PATCH|HEAD|DELETE)\b|Retry-After|Upgrade|\bsid\b|=true/u;

/** Shown with what "details" names, or with the words of the very case. */
const OF_DETAILS = new Set([
  'invalid_template',
  'invalid_update',
  'invalid_destination',
  'exotel_refused',
  'spend_cap',
]);

it.each(ERROR_CODES.filter((code) => !OF_DETAILS.has(code)))(
  '%s tells a person nothing that only a program can do',
  (reason) => {
    const fault = {
      code: 'refused',
      status: 409,
      reason,
      message: messageOf({ code: reason }),
      details: null,
    } as const;
    for (const { faultSentence } of [english, hindi]) expect(faultSentence(fault)).not.toMatch(FOR_PROGRAMS);
  },
);
