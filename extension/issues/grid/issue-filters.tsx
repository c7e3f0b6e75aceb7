import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import { Select } from '../../components/form/select.tsx';
import { SearchField } from '../../components/form/search-field.tsx';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import type { IssueOverview } from '../thread/issue-overview.ts';
import type { IssueShown } from '../thread/issue-view.ts';
import { ISSUE_SORTS } from '../thread/sort-rows.ts';

interface Props {
  session: IssueSession;
  overview: IssueOverview;
}

/** Filters the table by reason, with the count of each, and by a search text; also sorts it. */
export function IssueFilters({ session, overview }: Props) {
  const { show, search, sort } = session.filter.value;
  const { codes, total, mended, suggested } = overview;
  const choices: [IssueShown, string, number][] = [
    ['all', words.issues.showAll, total],
    ...ISSUE_CODES.map((code): [IssueShown, string, number] => [code, words.issues.kinds[code], codes[code] ?? 0]),
    ['suggested', words.issues.showSuggested, suggested],
    ['mended', words.issues.showMended, mended],
  ];
  return (
    <div class="issue-filters">
      <div class="issue-chips" role="group" aria-label={words.issues.filterLabel}>
        {choices.map(([choice, label, count]) =>
          count > 0 || choice === show ? (
            <button
              key={choice}
              type="button"
              class="issue-chip"
              aria-pressed={choice === show}
              onClick={() => void session.look({ show: choice })}
            >
              {label} <span class="issue-chip-count">{formatCount(count)}</span>
            </button>
          ) : null,
        )}
      </div>
      <Select
        label={words.issues.sortLabel}
        value={sort}
        options={ISSUE_SORTS.filter((by) => by !== 'name' || overview.hasNames).map((by) => [
          by,
          words.issues.sorts[by],
        ])}
        onChange={(by) => void session.look({ sort: by })}
      />
      <SearchField
        label={overview.hasNames ? words.issues.searchNamesLabel : words.issues.searchLabel}
        value={search}
        onSearch={(text) => void session.look({ search: text })}
      />
    </div>
  );
}
