import type { ApiFault } from '../../../api/api-fault.ts';
import type { ImportAction } from '../../../api/worker-client.ts';

/** A press that failed, and why. */
export interface FailedPress {
  readonly action: ImportAction;
  readonly fault: ApiFault;
}
