/** The package's version, for code that cannot read package.json; a test of the repository keeps both equal. */
export const VERSION = '0.3.0';

/**
 * The oldest version of each side that the other still understands. A store's review takes days and a deployment
 * seconds, so one is often older than the other. Raise one only if the older side would be wrong about who is called,
 * or could not continue.
 */
export const MINIMUM_EXTENSION_VERSION = '0.3.0';
const MINIMUM_WORKER_VERSION = '0.3.0';

/** Which side must be updated, and to which version at least; null if they understand each other. */
export type VersionFault =
  | { readonly code: 'extension_too_old'; readonly version: string; readonly needed: string }
  | { readonly code: 'worker_too_old'; readonly version: string; readonly needed: string }
  | null;

/** `worker` is what the Worker's account says of its versions. A Worker before 0.3.0 says nothing, so both are ''. */
export function versionFault(
  worker: { readonly version: string; readonly minimumExtension: string },
  own: { readonly version: string; readonly minimumWorker: string } = {
    version: VERSION,
    minimumWorker: MINIMUM_WORKER_VERSION,
  },
): VersionFault {
  if (isOlder(worker.version, own.minimumWorker)) {
    return { code: 'worker_too_old', version: worker.version, needed: own.minimumWorker };
  }
  if (isOlder(own.version, worker.minimumExtension)) {
    return { code: 'extension_too_old', version: own.version, needed: worker.minimumExtension };
  }
  return null;
}

function isOlder(version: string, needed: string): boolean {
  const [left, right] = [partsOf(version), partsOf(needed)];
  const at = right.findIndex((part, index) => part !== (left[index] ?? 0));
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0);
}

/** `0.3.0-rc.1` counts as 0.3.0; a text that is no version counts as the oldest. */
function partsOf(version: string): number[] {
  const found = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/u.exec(version);
  return found === null ? [0, 0, 0] : found.slice(1).map(Number);
}
