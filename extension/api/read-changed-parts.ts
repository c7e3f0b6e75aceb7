import type { FingerprintPart } from '../../shared/plan/launch-fingerprint.ts';

const PARTS: Readonly<Record<FingerprintPart, true>> = {
  template: true,
  adjust: true,
  columns: true,
  account: true,
  people: true,
};

/**
 * The parts that changed since they were seen, from the details of a refused launch. Parts that this version has no
 * words for are left out.
 */
export function readChangedParts(details: unknown): FingerprintPart[] {
  if (typeof details !== 'object' || details === null || !('changed' in details)) return [];
  const { changed } = details;
  if (!Array.isArray(changed)) return [];
  return changed.filter(
    (part: unknown): part is FingerprintPart => typeof part === 'string' && Object.hasOwn(PARTS, part),
  );
}
