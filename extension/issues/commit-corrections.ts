import type { KeptImport } from '../storage/kept-import.ts';
import type { IssueSession } from './create-issue-session.ts';

/** Puts the corrected file in place of the one that was sent so far; null takes that back. Answers the import's id now. */
export type KeepCorrected = (corrected: Blob | null) => Promise<string>;

/**
 * Before one goes on: what is sent is the file with its corrections, or the one chosen where there are none. Answers the id
 * the import goes on under, or null when the file could not be written.
 */
export async function commitCorrections(
  kept: Pick<KeptImport, 'id' | 'isCorrected'>,
  session: Pick<IssueSession, 'overview' | 'hasChanged' | 'correctedFile'>,
  keep: KeepCorrected,
): Promise<string | null> {
  const corrected = session.overview.value?.corrected ?? 0;
  if (corrected === 0) return kept.isCorrected ? keep(null) : kept.id;
  if (kept.isCorrected && !session.hasChanged()) return kept.id;
  const file = await session.correctedFile();
  return file === null ? null : keep(file);
}
