import type { ApiFault } from '../../api/api-fault.ts';
import { words } from '../../words/words.ts';

/** Why the Worker does not send to an address, in words; null for other faults. */
export function addressFault(fault: ApiFault): string | null {
  if (fault.code !== 'refused' || fault.reason !== 'invalid_destination') return null;
  const [first]: unknown[] = Array.isArray(fault.details) ? fault.details : [];
  const code = typeof first === 'object' && first !== null && 'code' in first ? String(first.code) : '';
  return words.destinations.diagnosis(code, fault.message, {});
}
