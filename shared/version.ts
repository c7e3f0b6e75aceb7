/** The package's version, said where package.json cannot be read; a test of the repository keeps them equal. */
export const VERSION = '0.3.0';

/**
 * The oldest of each that the other still understands. A store's review takes days and a deployment seconds, so that one is
 * often older than the other. Raise one only where its other side would be wrong about who is called, or could not go on.
 */
export const MINIMUM_EXTENSION_VERSION = '0.3.0';
const MINIMUM_WORKER_VERSION = '0.3.0';

/** Which of the two has to be updated, and to what at least; null where they understand each other. */
export type VersionFault =
  | { readonly code: 'extension_too_old'; readonly version: string; readonly needed: string }
  | { readonly code: 'worker_too_old'; readonly version: string; readonly needed: string }
  | null;

/** `worker` as its account says it; a Worker before 0.3.0 says neither, so that both are ''. */
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

/** `0.3.0-rc.1` counts as 0.3.0; what is no version as the oldest of all. */
function partsOf(version: string): number[] {
  const found = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/u.exec(version);
  return found === null ? [0, 0, 0] : found.slice(1).map(Number);
}
