import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { MAX_VARIABLE_CHARS } from '../../../shared/limits.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Values that are too long to be said whole; shows nothing if there are none. */
export function ShortenedValues({ summary, channel }: { summary: CheckSummary; channel: Channel }) {
  const long = summary.variables.filter(({ shortened }) => shortened > 0);
  if (long.length === 0) return null;
  return (
    <Notice tone="warn">
      {long
        .map(({ name, shortened }) => words.check.shortenedValues(shortened, name, MAX_VARIABLE_CHARS, channel))
        .join(' ')}
    </Notice>
  );
}
