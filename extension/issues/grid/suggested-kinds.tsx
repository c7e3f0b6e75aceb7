import { UNSURE_KINDS } from '../../../shared/contacts/suggest-number.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import type { IssueOverview, SuggestedKind } from '../thread/issue-overview.ts';
import './suggested-kinds.css';

interface Props {
  session: IssueSession;
  overview: IssueOverview;
}

/** Suggestions grouped by kind, with examples to look at before any is taken. */
export function SuggestedKinds({ session, overview }: Props) {
  const { suggestedKinds, suggestionsComplete } = overview;
  if (suggestedKinds.length === 0) return null;
  const { show, search } = session.filter.value;
  const isNarrowed = show !== 'all' || search !== '';
  const sure = suggestedKinds.filter(({ kind }) => !UNSURE_KINDS.has(kind));
  const busy = !suggestionsComplete || session.busy.value;
  const count = sure.reduce((sum, one) => sum + one.count, 0);
  return (
    <section class="stack suggested" aria-labelledby="suggested">
      <h3 id="suggested">{words.issues.suggestedHeading}</h3>
      <ul class="suggested-list">
        {suggestedKinds.map((one) => (
          <li key={one.kind} class="suggested-kind">
            <Described {...one} />
            <Button
              look="quiet"
              busy={busy}
              label={words.issues.takeKindFor(one.count, words.issues.suggestionKinds[one.kind])}
              onClick={() => void session.takeSuggestions(one.kind)}
            >
              {words.issues.takeKind(one.count)}
            </Button>
          </li>
        ))}
      </ul>
      {sure.length > 1 || !suggestionsComplete ? (
        <Button busy={busy} onClick={() => void session.takeSuggestions(null)}>
          {suggestionsComplete ? words.issues.takeAll(count) : words.issues.lookingForMore}
        </Button>
      ) : null}
      {isNarrowed ? <p class="small soft">{words.issues.takesShown}</p> : null}
    </section>
  );
}

function Described({ kind, examples }: SuggestedKind) {
  return (
    <div class="suggested-words">
      <strong>{words.issues.suggestionKinds[kind]}</strong>
      {UNSURE_KINDS.has(kind) ? <span class="suggested-unsure"> {words.issues.unsureKind}</span> : null}
      <ul class="small suggested-examples">
        {examples.map(({ value, number }, index) => (
          <li key={index}>
            <code>{value}</code> → <code>{number}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
