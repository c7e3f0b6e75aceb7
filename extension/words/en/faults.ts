import { assertNever } from '../../../shared/result.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { refusals } from './refusals.ts';

type PlainCode = Exclude<ApiFault['code'], 'refused' | 'not_dialsheet'>;

const plain: Record<PlainCode, string> = {
  unreachable: 'The Worker cannot be reached. Check the address and your connection.',
  host_not_allowed: 'This browser no longer lets Dialsheet reach your Worker. Press “Allow this address”.',
  timed_out: 'The Worker did not answer in time. Try again in a moment.',
  unreadable_answer:
    'The Worker answered in a way this version does not understand. Update the extension or the Worker.',
};

const refused: Readonly<Record<string, string>> = refusals;

/** What happened and what to do, in words. */
export function faultSentence(fault: ApiFault): string {
  switch (fault.code) {
    case 'refused':
      return (Object.hasOwn(refused, fault.reason) ? refused[fault.reason] : undefined) ?? fault.message;
    case 'not_dialsheet':
      return fault.status >= 500
        ? 'This address answers with errors. Try again in a moment, or tell the person who runs the Worker.'
        : 'This address is not a Dialsheet Worker. Check the address.';
    case 'unreachable':
    case 'host_not_allowed':
    case 'timed_out':
    case 'unreadable_answer':
      return plain[fault.code];
    default:
      return assertNever(fault);
  }
}
