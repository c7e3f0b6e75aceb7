import { useEffect, useMemo } from 'preact/hooks';
import type { CheckSettings } from '../../shared/contacts/check-contacts.ts';
import { startIssueThread } from './ask-thread.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import { createIssueSession } from './create-issue-session.ts';
import type { IssueSession } from './create-issue-session.ts';

/**
 * The rows of a file that are left out, loaded while this is on screen; null until it is decided how the file is read.
 */
export function useIssueSession(
  { id, edition }: Pick<KeptImport, 'id' | 'edition'>,
  file: Blob,
  settings: CheckSettings | null,
): IssueSession | null {
  // The text does not change who is left out, so another text needs no new reading.
  const needed = settings === null ? null : { ...settings, text: null, columns: withoutVariables(settings.columns) };
  const key = JSON.stringify(needed);
  const session = useMemo(
    () => (needed === null ? null : createIssueSession(id, file, needed, startIssueThread)),
    [id, file, key],
  );
  useEffect(() => () => session?.end(), [session]);
  useEffect(() => void session?.catchUp(edition), [session, edition]);
  return session;
}

function withoutVariables(columns: CheckSettings['columns'] = {}): CheckSettings['columns'] & object {
  const { variables: _variables, fallbacks: _fallbacks, spoken: _spoken, ...whom } = columns;
  return whom;
}
