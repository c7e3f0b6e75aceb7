import { EXAMPLE_NUMBERS } from '../../shared/team/example-numbers.ts';
import { issueSentence } from '../../shared/contacts/issue-sentences.ts';
import { judgeNumber } from '../../shared/phone/judge-number.ts';
import { configOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';

const ONE_NUMBER = `Send one whole number, ${EXAMPLE_NUMBERS}.`;

/** Reads a number that a person wrote into E.164 digits, or refuses it with the reason. */
export function requireNumber(c: AppContext, text: string): number {
  const judged = judgeNumber(text, configOf(c).DEFAULT_COUNTRY);
  if (judged.ok) return Number(judged.value.slice(1));
  const { code } = judged.error;
  const { message } = issueSentence({ line: 1, value: '', code });
  throw new ApiError({ code: 'invalid_request', exact: code, message: `${message} ${ONE_NUMBER}` });
}
