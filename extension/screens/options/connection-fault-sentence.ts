import { assertNever } from '../../../shared/result.ts';
import type { ConnectionFault } from '../../state/test-connection.ts';
import { words } from '../../words/words.ts';

const ADDRESS = {
  address_missing: words.options.addressMissing,
  address_not_a_url: words.options.addressNotAUrl,
  address_not_https: words.options.addressNotHttps,
};

/** Exactly what is wrong, and what to do. */
export function connectionFaultSentence(fault: ConnectionFault): string {
  switch (fault.at) {
    case 'address':
      return fault.fault.code === 'address_known'
        ? words.options.addressKnown(fault.fault.label)
        : ADDRESS[fault.fault.code];
    case 'token':
      return words.options.tokenMissing;
    case 'permission':
      return words.options.permissionRefused(fault.host);
    case 'worker':
      return words.faultSentence(fault.fault);
    default:
      return assertNever(fault);
  }
}
